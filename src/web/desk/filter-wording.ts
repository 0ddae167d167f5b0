import type { Language } from '../../language/language.ts';

const vi = {
  title: 'Lọc tự động',
  site: 'Trang báo',
  show: 'Xem',
  saved: 'Đã lưu. Bình luận mới sẽ được lọc theo danh sách này.',
  words: 'Từ ngữ riêng của trang',
  hold: 'Chuyển duyệt',
  holdHint: 'Mỗi dòng một từ hoặc cụm từ. Bình luận có từ này sẽ chờ duyệt.',
  pass: 'Không coi là xấu',
  passHint: 'Mỗi dòng một từ hoặc cụm từ có trong danh sách chung mà trang của bạn cho phép.',
  try: 'Thử trên bình luận cũ',
  save: 'Lưu',
  ownerSaves: 'Chỉ quản trị viên mới lưu được.',
  trial: (judged: string) => `Thử trên ${judged} bình luận gần nhất (chưa lưu)`,
  held: (count: string) => `Sẽ chuyển duyệt thêm: ${count}`,
  freed: (count: string) => `Sẽ không phải duyệt nữa: ${count}`,
  states: { pending: 'chờ duyệt', published: 'đã đăng', rejected: 'từ chối', spam: 'spam' },
  quality: 'Bộ lọc đã đúng đến đâu',
  taught: (all: string, published: string, rejected: string, spam: string) =>
    `Đã học từ ${all} quyết định của trang: ${published} đăng, ${rejected} từ chối, ${spam} spam.`,
  over: (judged: string) =>
    `Trên ${judged} bình luận gần nhất đã có quyết định, nếu chuyển duyệt mọi bình luận từ một mức điểm trở lên:`,
  by: 'Chấm bởi',
  from: 'Chuyển duyệt từ',
  auc: 'Xếp đúng thứ tự',
  aucHint:
    '“Xếp đúng thứ tự”: lấy một bình luận bị loại và một bình luận được đăng, xác suất bình luận bị loại có điểm cao hơn; 50% là đoán mò.',
  heldGood: 'Bình luận tốt phải chờ',
  missedBad: 'Bỏ sót bình luận xấu',
  shipped: 'Mô hình có sẵn',
  learned: 'Học từ trang này',
  tooFew: 'Chưa đủ quyết định để đánh giá.',
};

const en: typeof vi = {
  title: 'Automatic filter',
  site: 'Site',
  show: 'Show',
  saved: 'Saved. New comments are judged by these lists.',
  words: 'Words of this site',
  hold: 'Send to review',
  holdHint: 'A word or phrase on each line. A comment that has it waits for review.',
  pass: 'Nothing wrong with',
  passHint: 'A word or phrase on each line that the common lists have and your site allows.',
  try: 'Try on past comments',
  save: 'Save',
  ownerSaves: 'Only an administrator may save.',
  trial: (judged) => `Tried on the latest ${judged} comments (not saved)`,
  held: (count) => `Newly sent to review: ${count}`,
  freed: (count) => `No longer sent to review: ${count}`,
  states: { pending: 'waiting', published: 'published', rejected: 'rejected', spam: 'spam' },
  quality: 'How good the filter has been',
  taught: (all, published, rejected, spam) =>
    `Learned from ${all} decisions on this site: ${published} published, ${rejected} rejected, ${spam} spam.`,
  over: (judged) => `On the latest ${judged} decided comments, had all from a score on been sent to review:`,
  by: 'Scored by',
  from: 'Review from',
  auc: 'Ranked rightly',
  aucHint:
    '“Ranked rightly”: of one comment that was turned down and one that was published, how likely the former scored higher; 50% is guessing.',
  heldGood: 'Good comments sent to review',
  missedBad: 'Bad comments missed',
  shipped: 'As shipped',
  learned: 'Learned here',
  tooFew: 'Too few decisions to tell yet.',
};

export type FilterWording = typeof vi;
export const filterWording: Record<Language, FilterWording> = { vi, en };
