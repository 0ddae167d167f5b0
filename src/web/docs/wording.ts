import type { Language, Sentence } from '../../language/language.ts';
import type { ProblemKind } from '../../problem.ts';

const vi = {
  title: 'Tài liệu API',
  contents: 'Nội dung',
  document: 'Bản cho máy đọc:',
  operations: 'Các thao tác',
  schemas: 'Các kiểu dữ liệu',
  problems: 'Các loại lỗi',
  problemsLead: 'Mọi lỗi là application/problem+json (RFC 9457); type của lỗi dẫn đến một mục dưới đây.',
  parameters: 'Tham số',
  body: 'Nội dung gửi lên',
  answers: 'Trả lời',
  required: 'bắt buộc',
  list: 'danh sách',
};

type DocsWording = typeof vi;

const en: DocsWording = {
  title: 'API reference',
  contents: 'Contents',
  document: 'For machines:',
  operations: 'Operations',
  schemas: 'Schemas',
  problems: 'Kinds of problems',
  problemsLead:
    'Every error is application/problem+json (RFC 9457); the type of a problem leads to one of the entries below.',
  parameters: 'Parameters',
  body: 'Request body',
  answers: 'Answers',
  required: 'required',
  list: 'list of',
};

export const docsWording: Record<Language, DocsWording> = { vi, en };

export const problemMeanings: Readonly<Record<ProblemKind, Sentence>> = {
  malformed: {
    vi: 'Yêu cầu không đọc được, chẳng hạn không phải JSON hợp lệ.',
    en: 'The request cannot be read, for example it is not valid JSON.',
  },
  unauthenticated: {
    vi: 'Cần đăng nhập hoặc gửi kèm mã truy cập còn hiệu lực.',
    en: 'Sign in, or send a valid token.',
  },
  identity: {
    vi: 'Mã ở Binh-Luan-Identity sai hoặc đã hết hạn, hoặc trang báo chỉ nhận bình luận của bạn đọc đã đăng nhập.',
    en: 'The token in Binh-Luan-Identity is wrong or old, or the site takes comments of signed-in readers only.',
  },
  forbidden: {
    vi: 'Người gửi được nhận biết nhưng không có quyền làm việc này.',
    en: 'We know who asks, and they may not do this.',
  },
  'not-found': {
    vi: 'Không có trang, bình luận hoặc biên nhận này.',
    en: 'There is no such site, comment or receipt.',
  },
  conflict: {
    vi: 'Yêu cầu không còn khớp với tình trạng hiện tại: bài đã đóng bình luận, khóa đã dùng cho nội dung khác, hoặc người khác đã quyết định trước.',
    en: 'The request no longer fits: the article is closed, the key was used with another body, or someone else decided first.',
  },
  'too-large': { vi: 'Nội dung gửi lên quá lớn.', en: 'The request body is too large.' },
  'wrong-type': {
    vi: 'Kiểu nội dung không được nhận; hãy gửi application/json.',
    en: 'This content type is not taken; send application/json.',
  },
  'no-such-part': {
    vi: 'Range hỏi một phần nằm ngoài nội dung.',
    en: 'Range asks for a part that is beyond the end.',
  },
  invalid: {
    vi: 'Một hoặc nhiều trường chưa đúng, xem errors; hoặc mã xác nhận sai, hoặc bộ lọc không nhận bình luận.',
    en: 'Fields are not right, see errors; or the challenge failed, or the filter refused the comment.',
  },
  'too-fast': {
    vi: 'Gửi quá nhanh. Đợi hết thời gian ghi ở Retry-After rồi thử lại.',
    en: 'Too fast. Wait as long as Retry-After says, then try again.',
  },
  unavailable: {
    vi: 'Hiện chưa lưu được. Thử lại sau thời gian ghi ở Retry-After; dùng lại Idempotency-Key để không bị gửi hai lần.',
    en: 'Nothing can be stored now. Try again after Retry-After, with the same Idempotency-Key so that nothing is sent twice.',
  },
};
