import type { Language } from '../../language/language.ts';

const vi = {
  title: 'Tài khoản',
  roles: { owner: 'Quản trị viên', moderator: 'Người duyệt' },
  done: {
    password: 'Đã đổi mật khẩu. Các phiên đăng nhập khác đã kết thúc.',
    removed: 'Đã tắt xác thực hai lớp.',
    ended: 'Đã kết thúc phiên đăng nhập.',
    revoked: 'Đã thu hồi mã API.',
    linked: 'Đã liên kết với tài khoản cơ quan.',
    unlinked: 'Đã bỏ liên kết với tài khoản cơ quan.',
    'mail-asked': 'Đã lưu địa chỉ e-mail. Địa chỉ cần được xác nhận.',
    'mail-removed': 'Đã xóa địa chỉ e-mail.',
    'mail-chosen': 'Đã lưu những gì được báo qua e-mail.',
  },

  codeTitle: 'Nhập mã xác thực',
  codeLead: 'Mở ứng dụng xác thực trên điện thoại và nhập mã 6 chữ số của tài khoản này.',
  code: 'Mã xác thực',
  continue: 'Tiếp tục',
  withoutApp: 'Không dùng được ứng dụng xác thực?',
  recoveryCode: 'Mã khôi phục',
  recoveryHint: 'Một trong các mã bạn đã lưu khi bật xác thực hai lớp. Mỗi mã chỉ dùng được một lần.',
  noRecoveryCode: 'Nếu cũng không còn mã khôi phục, hãy nhờ người vận hành dịch vụ đặt lại giúp bạn.',
  startAgain: 'Đăng nhập lại từ đầu',

  password: 'Mật khẩu hiện tại',
  newPassword: 'Mật khẩu mới',
  passwordHint:
    'Ít nhất 12 ký tự, chẳng hạn vài từ không liên quan; không phải mật khẩu phổ biến hay dễ đoán.',
  newPasswordHint:
    'Ít nhất 12 ký tự, không phải mật khẩu phổ biến hay dễ đoán. Các phiên đăng nhập khác của bạn sẽ kết thúc.',
  endTokens: (count: number) => `Thu hồi cả ${count} mã API, nếu không chúng vẫn dùng được`,
  tokensStay: (count: number) => `${count} mã API vẫn dùng được.`,
  changePassword: 'Đổi mật khẩu',

  factor: 'Xác thực hai lớp',
  factorOff: 'Đang tắt. Khi bật, ngoài mật khẩu bạn cần nhập thêm mã từ ứng dụng trên điện thoại.',
  begin: 'Bật xác thực hai lớp',
  scan: 'Quét mã QR này bằng ứng dụng xác thực như Google Authenticator, Microsoft Authenticator, Aegis…',
  qrCode: 'Mã QR để thêm tài khoản này vào ứng dụng xác thực',
  openApp: 'Mở trong ứng dụng xác thực',
  orType: 'Hoặc tự nhập khóa này vào ứng dụng:',
  firstCode: 'Mã 6 chữ số mà ứng dụng đang hiện',
  confirm: 'Xác nhận và bật',
  cancel: 'Để sau',
  factorOn: 'Đang bật từ',
  recoveryLeft: (count: number) =>
    count === 0 ? 'Không còn mã khôi phục nào. Hãy tạo mã mới.' : `Còn ${count} mã khôi phục chưa dùng.`,
  renew: 'Tạo mã khôi phục mới',
  renewHint: 'Các mã khôi phục cũ sẽ không dùng được nữa.',
  codeOrRecovery: 'Mã xác thực hoặc mã khôi phục',
  remove: 'Tắt xác thực hai lớp',

  newCodes: 'Mã khôi phục của bạn',
  keepCodes:
    'Hãy lưu các mã này ngay bây giờ, ở nơi an toàn và không nằm trong chính chiếc điện thoại đó: chúng chỉ hiện một lần này. Khi không có điện thoại, mỗi mã thay được mã xác thực một lần.',
  codesKept: 'Tôi đã lưu các mã',

  sessions: 'Phiên đăng nhập',
  unknownBrowser: 'Trình duyệt không rõ',
  thisSession: 'phiên này',
  since: 'Đăng nhập lúc',
  lastSeen: 'dùng gần nhất lúc',
  endSession: 'Kết thúc',
  endThat: (browser: string) => `Kết thúc phiên ${browser}`,
  endEverywhere: 'Đăng xuất khỏi mọi nơi',
  endEverywhereHint: 'Kết thúc mọi phiên đăng nhập của bạn, kể cả phiên này. Mã API không bị ảnh hưởng.',
};

export type AccountWording = typeof vi;

const en: AccountWording = {
  title: 'Account',
  roles: { owner: 'Administrator', moderator: 'Moderator' },
  done: {
    password: 'The password is changed. Your other sessions have ended.',
    removed: 'The second factor is off.',
    ended: 'The session has ended.',
    revoked: 'The API token is revoked.',
    linked: 'The work account is linked.',
    unlinked: 'The link with the work account is removed.',
    'mail-asked': 'The e-mail address is kept. It has to be confirmed.',
    'mail-removed': 'The e-mail address is removed.',
    'mail-chosen': 'What you are told by letters is saved.',
  },

  codeTitle: 'Enter the code',
  codeLead: 'Open the authenticator app on your phone and enter its 6-digit code for this account.',
  code: 'Code',
  continue: 'Continue',
  withoutApp: 'Cannot use the authenticator app?',
  recoveryCode: 'Recovery code',
  recoveryHint: 'One of those you kept when you turned the second factor on. Each works once.',
  noRecoveryCode: 'If you have no recovery code either, ask the operator of this service to reset it.',
  startAgain: 'Sign in again from the start',

  password: 'Present password',
  newPassword: 'New password',
  passwordHint: 'At least 12 characters, such as a few unrelated words; not common or easy to guess.',
  newPasswordHint: 'At least 12 characters, not common or easy to guess. Your other sessions will end.',
  endTokens: (count) =>
    count === 1
      ? 'Revoke the API token too; otherwise it still works'
      : `Revoke the ${count} API tokens too; otherwise they still work`,
  tokensStay: (count) => (count === 1 ? 'One API token still works.' : `${count} API tokens still work.`),
  changePassword: 'Change password',

  factor: 'Second factor',
  factorOff: 'Off. Once it is on, signing in takes a code of an app on your phone besides the password.',
  begin: 'Turn the second factor on',
  scan: 'Scan this QR code with an authenticator app such as Google Authenticator, Microsoft Authenticator, Aegis…',
  qrCode: 'QR code that adds this account to an authenticator app',
  openApp: 'Open in the authenticator app',
  orType: 'Or type this key into the app:',
  firstCode: 'The 6-digit code that the app shows now',
  confirm: 'Confirm and turn on',
  cancel: 'Not now',
  factorOn: 'On since',
  recoveryLeft: (count) =>
    count === 0
      ? 'No recovery code is left. Please make new ones.'
      : `${count} ${count === 1 ? 'recovery code is' : 'recovery codes are'} left.`,
  renew: 'Make new recovery codes',
  renewHint: 'The old ones will no longer work.',
  codeOrRecovery: 'Code or recovery code',
  remove: 'Turn the second factor off',

  newCodes: 'Your recovery codes',
  keepCodes:
    'Keep these now, somewhere safe that is not the same phone: they are shown this once. Without your phone, each of them works once in place of a code.',
  codesKept: 'I have kept the codes',

  sessions: 'Sessions',
  unknownBrowser: 'Unknown browser',
  thisSession: 'this session',
  since: 'Signed in at',
  lastSeen: 'last used at',
  endSession: 'End',
  endThat: (browser) => `End the session of ${browser}`,
  endEverywhere: 'Sign out everywhere',
  endEverywhereHint: 'Ends all of your sessions, this one too. API tokens stay.',
};

export const accountWording: Record<Language, AccountWording> = { vi, en };
