import type { Language } from '../../language/language.ts';
import { deeds } from '../log/deeds.ts';

const vi = {
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
  undo: 'Hoàn tác',
};

export type ActWording = typeof vi;

const en: ActWording = {
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
  undo: 'Undo',
};

export const actWording: Record<Language, ActWording> = { vi, en };
