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
    `Mô hình riêng của trang được dựng từ ${all} quyết định gần nhất: ${published} đăng, ${rejected} từ chối, ${spam} spam.`,
  learnsNothing: 'Trang này không học từ các quyết định, nên bộ lọc theo mô hình có sẵn.',
  speaks: {
    few: 'Bộ lọc đang theo mô hình có sẵn: cần ít nhất 200 quyết định, trong đó ít nhất 20 bình luận được đăng và 20 bình luận bị loại, mới đánh giá được mô hình riêng của trang.',
    worse: 'Bộ lọc đang theo mô hình có sẵn: mô hình riêng của trang chưa tốt hơn rõ rệt.',
    better: 'Bộ lọc đang theo mô hình riêng của trang, vì mô hình này tốt hơn mô hình có sẵn.',
  },
  measured: (decided: string) =>
    `Trên ${decided} quyết định gần nhất, mỗi bình luận được chấm trước khi mô hình riêng học từ nó:`,
  goodHeld: 'Bình luận tốt bị giữ',
  badHeld: 'Bình luận xấu bị giữ',
  missed: 'Độ lệch của rủi ro',
  holdsAbove: (risk: string) =>
    `Mô hình riêng giữ lại bình luận có rủi ro trên ${risk}; mức này được chọn để không giữ nhiều bình luận tốt hơn mô hình có sẵn.`,
  holdsAsShipped:
    'Mô hình riêng chấm rủi ro và xếp thứ tự hàng chờ; việc giữ lại vẫn theo mô hình có sẵn, vì cách đó giữ được nhiều bình luận xấu hơn.',
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
    `This site’s own model was made of the latest ${all} decisions: ${published} published, ${rejected} rejected, ${spam} spam.`,
  learnsNothing: 'This site does not learn from decisions, so the filter goes by the model as shipped.',
  speaks: {
    few: 'The filter goes by the model as shipped: it takes at least 200 decisions, with at least 20 comments published and 20 turned down, to tell how good this site’s own model is.',
    worse: 'The filter goes by the model as shipped: this site’s own is not clearly better yet.',
    better: 'The filter goes by this site’s own model, since it is better than the one as shipped.',
  },
  measured: (decided) =>
    `On the latest ${decided} decisions, each comment scored before the site’s own model learned from it:`,
  goodHeld: 'Good comments held',
  badHeld: 'Bad comments held',
  missed: 'Risk off by',
  holdsAbove: (risk) =>
    `The site’s own model holds comments at a risk above ${risk}, chosen so that it holds no more good ones than the shipped model.`,
  holdsAsShipped:
    'The site’s own model gives the risk and the order of the queue; what is held still goes by the shipped model, which holds more of the bad ones.',
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
