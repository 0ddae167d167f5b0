import type { Language } from '../../language/language.ts';
import { deeds } from '../log/deeds.ts';

const vi = {
  log: 'Quyết định',
  acts: 'Việc khác',
  parts: 'Các phần của nhật ký',
  none: 'Chưa có việc nào. Trả lời bạn đọc, chọn ý kiến nổi bật, chuyển bài viết, nhập bình luận và xóa hẳn được ghi ở đây.',
  command: 'Lệnh trên máy chủ',
  deeds: deeds.vi,
  /** What goes before and after the comment that it is about. */
  about: {
    reply: ['đã trả lời', ''],
    pick: ['đã đưa', 'lên ý kiến nổi bật'],
    unpick: ['đã bỏ', 'khỏi ý kiến nổi bật'],
    'undo reply': ['đã gỡ câu trả lời cho', ''],
    'undo pick': ['đã hoàn tác việc đưa', 'lên ý kiến nổi bật'],
    'undo unpick': ['đã hoàn tác việc bỏ', 'khỏi ý kiến nổi bật'],
  } as Partial<Record<string, readonly [string, string]>>,
  commentOf: 'bình luận của',
  erasedComment: 'một bình luận đã xóa vĩnh viễn',
  goneComment: 'một bình luận không còn nữa',
  seeReply: 'Xem câu trả lời',
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
  none: 'Nothing yet. Replies, picks, moves of articles, imports and erasures are kept here.',
  command: 'A command on the server',
  deeds: deeds.en,
  about: {
    reply: ['replied to', ''],
    pick: ['picked', ''],
    unpick: ['removed', 'from the picks'],
    'undo reply': ['took back the reply to', ''],
    'undo pick': ['undid the picking of', ''],
    'undo unpick': ['undid the removal of', 'from the picks'],
  },
  commentOf: 'the comment by',
  erasedComment: 'a comment that was erased for good',
  goneComment: 'a comment that is gone',
  seeReply: 'See the reply',
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
