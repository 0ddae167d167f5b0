import type { Language } from '../../../language/language.ts';

const vi = {
  judge: 'Bộ lọc ngoài',
  lead: 'Dịch vụ hoặc mô hình của riêng trang báo xem mỗi bình luận mới cùng với bộ lọc có sẵn. Bộ lọc ngoài chỉ có thể đề nghị duyệt thêm hoặc nâng mức rủi ro, không đăng được bình luận mà quy tắc đã giữ. Không có câu trả lời thì bình luận chờ duyệt.',
  off: 'Trang này chưa dùng bộ lọc ngoài. Hãy điền địa chỉ ở trang cài đặt.',
  address: 'Địa chỉ',
  kind: 'Loại',
  model: 'Mô hình',
  resting: 'Bộ lọc ngoài đang lỗi liên tiếp, nên cứ 30 giây mới được hỏi lại một lần:',
  figures: 'Bộ lọc ngoài đã đúng đến đâu',
  secret: 'Khóa ký',
  apiKey: 'Khóa API',
  noKey: { secret: 'Chưa có khóa: mọi bình luận đang chờ duyệt.', 'api-key': 'Không có khóa.' },
  addedAt: 'Thêm lúc',
  unfit:
    'Khóa này không dùng được cho địa chỉ hiện tại, nên mọi bình luận đang chờ duyệt. Hãy nhập lại hoặc xóa khóa.',
  make: 'Tạo khóa',
  renew: 'Đổi khóa',
  renewHint: 'Khóa cũ vẫn cùng ký trong 24 giờ, để máy chủ của bạn kịp đổi.',
  told: 'Chỉ hiện một lần này. Hãy cất ở máy chủ làm bộ lọc; mỗi câu hỏi được ký bằng khóa này theo Standard Webhooks.',
  keyHint:
    'Được niêm phong khi lưu, không bao giờ hiện lại, và chỉ gửi đến máy chủ của địa chỉ trên. Máy chủ không cần khóa thì để trống.',
  keep: 'Lưu khóa',
  remove: 'Xóa khóa',
  removeHint: 'Xóa các khóa của bộ lọc ngoài?',
  try: 'Thử ngay',
  tryHint: 'Câu này được gửi đến bộ lọc ngoài như một bình luận, nhưng không được lưu.',
  body: 'Câu thử',
  verdicts: { pass: 'Cho qua', hold: 'Đề nghị duyệt', failed: 'Không có câu trả lời dùng được' },
  risk: (percent: string) => `rủi ro ${percent}`,
  ms: (ms: string) => `${ms} mili giây`,
};

export type JudgeWording = typeof vi;

const en: JudgeWording = {
  judge: 'Outside judge',
  lead: 'A service or model of your own looks at every new comment beside the filter. It may hold more or raise the risk, and never publishes what a rule holds. Without its answer a comment waits for a moderator.',
  off: 'This site has no outside judge: give its address among the settings.',
  address: 'Address',
  kind: 'Kind',
  model: 'Model',
  resting: 'It keeps failing, so it is asked every 30 seconds only:',
  figures: 'How often the outside judge was right',
  secret: 'Signing secret',
  apiKey: 'API key',
  noKey: { secret: 'There is no secret yet: all comments wait for review.', 'api-key': 'There is none.' },
  addedAt: 'Added',
  unfit:
    'This key does not fit the present address, so that all comments wait for review. Give it again, or remove it.',
  make: 'Make a secret',
  renew: 'Change the secret',
  renewHint: 'The one before signs too for 24 hours, so that your server has time to change.',
  told: 'Shown this once. Keep it on the server that judges; every question is signed with it, by Standard Webhooks.',
  keyHint:
    'Kept sealed, never shown again, and sent to the host of that address alone. Leave it empty where the server wants none.',
  keep: 'Save the key',
  remove: 'Remove the key',
  removeHint: 'Remove the keys of the outside judge?',
  try: 'Try it now',
  tryHint: 'This is sent to the outside judge as a comment would be, and is not kept.',
  body: 'A sentence to judge',
  verdicts: { pass: 'Let pass', hold: 'Asks for review', failed: 'No answer that can be used' },
  risk: (percent) => `risk ${percent}`,
  ms: (ms) => `${ms} milliseconds`,
};

export const judgeWording: Record<Language, JudgeWording> = { vi, en };
