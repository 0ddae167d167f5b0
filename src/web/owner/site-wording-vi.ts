import type { SiteSetting } from '../../sites/site.ts';

/** Of a setting, its label and what it does. */
type Settings = Record<SiteSetting, readonly [label: string, hint: string]>;

export const siteVi = {
  groups: {
    site: 'Trang báo',
    publishing: 'Duyệt và đăng',
    robots: 'Chống gửi tự động',
    conversation: 'Cuộc trò chuyện',
    identity: 'Bạn đọc đã đăng nhập',
    privacy: 'Quyền riêng tư',
    alerts: 'Chờ quá lâu',
    judge: 'Bộ lọc ngoài',
  },
  settings: {
    name: ['Tên', 'Bạn đọc và người duyệt thấy tên này.'],
    language: ['Ngôn ngữ của khung bình luận', 'Ngôn ngữ bạn đọc thấy.'],
    origins: [
      'Địa chỉ của trang báo',
      'Mỗi dòng một địa chỉ, ví dụ https://bao.example. Chỉ những trang này được nhúng khung bình luận và đọc API.',
    ],
    'newsroom-name': [
      'Tên của tòa soạn',
      'Khi tòa soạn trả lời bạn đọc. Bạn đọc dùng tên này thì bình luận chờ duyệt.',
    ],
    'reserved-names': [
      'Tên dành riêng',
      'Mỗi dòng một tên. Bình luận của người dùng tên giống như vậy luôn chờ duyệt, cũng như tên trang, tên người duyệt và những tên như “Ban biên tập”, “Admin”.',
    ],
    'article-query': [
      'Tham số phân biệt các bài viết',
      'Mỗi dòng một tên, ví dụ id khi /tin?id=1 và /tin?id=2 là hai bài. Để trống nếu chỉ đường dẫn phân biệt bài viết.',
    ],
    moderation: ['Khi nào đăng', 'Bình luận mà bộ lọc thấy cần duyệt thì luôn chờ.'],
    'trusted-after': [
      'Bao nhiêu bình luận được đăng thì tin cậy',
      'Cho bạn đọc đã đăng nhập, trong số ngày giữ dấu vết. Một bình luận bị từ chối là mất tin cậy.',
    ],
    'first-held': [
      'Luôn chờ những bình luận đầu tiên',
      'Của mỗi người, kể cả khi trang đăng ngay. 0 là không chờ.',
    ],
    'reject-reasons': [
      'Lý do từ chối có sẵn',
      'Mỗi dòng một lý do, tối đa 20 dòng. Người duyệt chọn khi từ chối, và người gửi đọc được.',
    ],
    learning: [
      'Bộ lọc học từ quyết định',
      'Chỉ học từ quyết định trên trang này, ngay trên máy chủ của bạn.',
    ],
    'hold-abuse-at': [
      'Chuyển duyệt khi khả năng xúc phạm từ',
      'Từ 0 đến 1. Số nhỏ hơn chuyển duyệt nhiều hơn; 1 là để các quy tắc khác quyết định.',
    ],
    'hold-spam-at': [
      'Chuyển duyệt khi khả năng spam từ',
      'Từ 0 đến 1. Số nhỏ hơn chuyển duyệt nhiều hơn; 1 là để các quy tắc khác quyết định.',
    ],
    'hold-share': [
      'Luôn chuyển duyệt số phần trăm bình luận rủi ro nhất',
      'So với 1.000 bình luận gần nhất của trang, khi đã có ít nhất 100. 0 là không dùng.',
    ],
    swearing: [
      'Chửi thề không nhằm vào ai',
      'Ví dụ “hay vl”. Lời nhằm vào người khác, từ tục nói thẳng và từ viết lách luôn chờ duyệt.',
    ],
    captcha: ['Captcha', 'Câu đố trước khi gửi, để máy khó gửi hàng loạt.'],
    'work-held': [
      'Bình luận được thiết bị tự xác nhận',
      'Khi trang đăng ngay bình luận: có tin cách xác nhận bằng thiết bị như tin hình không.',
    ],
    pace: ['Giới hạn tốc độ của mỗi người gửi', 'Mỗi địa chỉ mạng: 10 bình luận một phút, 60 một giờ.'],
    'article-per-hour': ['Bình luận mỗi giờ cho một bài viết', 'Bất kể ai gửi. 0 là không giới hạn.'],
    'site-per-hour': ['Bình luận mỗi giờ cho cả trang báo', 'Bất kể ai gửi. 0 là không giới hạn.'],
    'max-length': ['Độ dài nhất của bình luận', 'Số ký tự, từ 1 đến 10.000.'],
    'close-after-days': [
      'Số ngày một bài nhận bình luận',
      'Tính từ khi trang báo đăng ký bài viết, hoặc từ bình luận được đăng đầu tiên. 0 là không bao giờ tự đóng.',
    ],
    'retention-days': [
      'Số ngày giữ dấu vết của người gửi',
      'Địa chỉ e-mail và mã băm địa chỉ mạng được xóa sau chừng ấy ngày, từ 1 đến 3.650. Quá khứ của một người gửi chỉ thấy được trong thời gian đó.',
    ],
    'acts-retention-days': [
      'Số ngày giữ nhật ký',
      'Việc của người duyệt và quản trị viên được xóa khỏi nhật ký sau chừng ấy ngày, từ 1 đến 36.500. Quyết định còn ở đó chừng nào bình luận còn.',
    ],
    'alert-waiting-count': [
      'Số bình luận được phép chờ lâu',
      'Nhiều hơn thế thì bàn duyệt và các kênh báo tin lên tiếng, mỗi giờ nhiều nhất một lần.',
    ],
    'alert-waiting-minutes': ['Chờ bao nhiêu phút là quá lâu', '0 là không bao giờ báo.'],
    'reply-depth': ['Bạn đọc trả lời nhau', 'Câu trả lời đứng ngay dưới bình luận, cũ trước mới sau.'],
    likes: ['Nút “Thích”', 'Mỗi bạn đọc thích một bình luận một lần, không cần tài khoản.'],
    notice: [
      'Thông báo về dữ liệu cá nhân',
      'Tối đa 2.000 ký tự: ai lưu những gì bạn đọc gửi, để làm gì, trong bao lâu, và liên hệ với ai. Để trống thì bạn đọc thấy một đoạn nói đúng những gì dịch vụ này lưu.',
    ],
    identity: [
      'Tài khoản của trang báo',
      'Trang báo ký tên cho biết bạn đọc đã đăng nhập là ai, bằng một khóa xác nhận bạn đọc: họ không phải nhập họ tên và không gặp mã xác nhận.',
    ],
    'identity-url': [
      'Trang đăng nhập',
      'Địa chỉ đầy đủ, bắt đầu bằng https://: nút “Đăng nhập” dẫn đến đó. Có thể để trống.',
    ],
    'identity-words': [
      'Lời mời đăng nhập',
      'Nơi chỉ người đã đăng nhập mới gửi được, bạn đọc khác thấy câu này thay cho ô viết bình luận. Để trống thì có một câu sẵn.',
    ],
    'privacy-url': ['Trang về quyền riêng tư', 'Địa chỉ đầy đủ, bắt đầu bằng https://. Có thể để trống.'],
    consent: [
      'Sự đồng ý của bạn đọc',
      'Khi hỏi, mỗi bình luận lưu lại sự đồng ý, thời điểm và bản thông báo.',
    ],
    'judge-url': [
      'Địa chỉ của bộ lọc ngoài',
      'Bắt đầu bằng https://. Mỗi bình luận mới được gửi đến đó và chờ câu trả lời nhiều nhất hai giây; không có câu trả lời thì bình luận chờ duyệt. Khóa và nút thử ở trang “Bộ lọc ngoài”. Để trống là không dùng.',
    ],
    'judge-kind': ['Bộ lọc ngoài thuộc loại nào', 'Hai loại sau là của OpenAI hoặc của máy chủ tương thích.'],
    'judge-model': [
      'Mô hình của bộ lọc ngoài',
      'Tên mà máy chủ tương thích OpenAI gọi mô hình. Để trống thì máy chủ tự chọn.',
    ],
  } as Settings,
  language: { vi: 'Tiếng Việt', en: 'English' },
  moderation: {
    'hold-all': 'Sau khi được duyệt: mọi bình luận đều chờ',
    'publish-clean': 'Ngay, nếu bộ lọc không thấy cần duyệt',
    'publish-trusted': 'Ngay, nếu bạn đọc đã được tin cậy và bộ lọc không thấy cần duyệt',
  },
  captcha: {
    on: 'Hình, âm thanh, hoặc để thiết bị tự giải',
    auto: 'Tự động: thiết bị tự giải, chỉ khi cần mới hỏi hình',
    picture: 'Chỉ hình',
    work: 'Ẩn: thiết bị tự giải, bạn đọc không phải làm gì',
    off: 'Không dùng',
  },
  pace: { on: 'Có', off: 'Không' },
  'work-held': { on: 'Chờ duyệt', off: 'Như mọi bình luận khác' },
  identity: {
    off: 'Không',
    offered: 'Có, và ai chưa đăng nhập vẫn gửi được',
    required: 'Có, và chỉ người đã đăng nhập mới gửi được',
  },
  'judge-kind': {
    hook: 'Máy chủ của trang báo, theo quy cách của dịch vụ này',
    'openai-moderation': 'Kiểm duyệt tương thích OpenAI: địa chỉ kết thúc bằng /v1/moderations',
    'openai-chat': 'Mô hình trò chuyện tương thích OpenAI: địa chỉ kết thúc bằng /v1/chat/completions',
  },
  swearing: { hold: 'Chờ duyệt', 'allow-unaimed': 'Cho qua, chỉ tăng mức rủi ro' },
  learning: { on: 'Có', off: 'Không' },
  likes: { on: 'Có', off: 'Không' },
  'reply-depth': { 1: 'Có', 0: 'Không' },
  consent: {
    off: 'Không thông báo',
    notice: 'Chỉ thông báo',
    ask: 'Thông báo, và bạn đọc phải đánh dấu đồng ý',
  },
};
