import type { ActKind } from '../../acts/act.ts';
import type { Language } from '../../language/language.ts';

const vi = {
  log: 'Quyết định',
  acts: 'Việc khác',
  parts: 'Các phần của nhật ký',
  none: 'Chưa có việc nào. Chuyển bài viết, nhập bình luận và xóa hẳn được ghi ở đây.',
  command: 'Lệnh trên máy chủ',
  deeds: {
    move: 'đã chuyển bài viết',
    fold: 'đã gộp các khóa trùng nhau',
    import: 'đã nhập bình luận',
    erase: 'đã xóa hẳn bình luận',
    purge: 'đã xóa hẳn bình luận cũ',
    'remove-site': 'đã xóa trang báo',
    undo: 'đã hoàn tác',
  } as Record<ActKind, string>,
  facts: {
    from: 'Từ',
    to: 'Đến',
    source: 'Nguồn',
    file: 'Tệp',
    articles: 'Bài viết',
    comments: 'Bình luận',
    state: 'Trạng thái',
  },
  goesOn: 'Đang làm…',
  undoes: 'Hoàn tác một việc trước đó:',
  undone: 'Đã được hoàn tác:',
  shown: 'xem',
  undo: 'Hoàn tác',
  next: 'Trang sau',
};

export type ActWording = typeof vi;

const en: ActWording = {
  log: 'Decisions',
  acts: 'Other acts',
  parts: 'Parts of the log',
  none: 'Nothing yet. Moves of articles, imports and erasures are kept here.',
  command: 'A command on the server',
  deeds: {
    move: 'moved articles',
    fold: 'joined keys that were the same',
    import: 'brought comments in',
    erase: 'erased a comment for good',
    purge: 'erased old comments for good',
    'remove-site': 'removed a site',
    undo: 'undid',
  },
  facts: {
    from: 'From',
    to: 'To',
    source: 'Source',
    file: 'File',
    articles: 'Articles',
    comments: 'Comments',
    state: 'State',
  },
  goesOn: 'Going on…',
  undoes: 'Undoes what was done before:',
  undone: 'Was undone:',
  shown: 'see',
  undo: 'Undo',
  next: 'Next page',
};

export const actWording: Record<Language, ActWording> = { vi, en };
