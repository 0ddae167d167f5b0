import type { Language } from '../../language/language.ts';

const vi = {
  byProvider: 'Đăng nhập bằng tài khoản cơ quan',
  signedIn: 'Bạn đã đăng nhập',
  goBack: 'Hãy đóng thẻ này và quay lại thẻ trước: những gì bạn đang làm vẫn còn ở đó.',
  orDesk: 'Mở bàn duyệt bình luận ở thẻ này',
  workAccount: 'Tài khoản cơ quan',
  notLinked: 'Tài khoản này chưa liên kết với tài khoản cơ quan nào.',
  beginLink: 'Liên kết với tài khoản cơ quan',
  linkedWith: 'Đăng nhập được qua',
  lastUsed: 'gần nhất lúc',
  follows: 'Vai trò và trang báo theo tài khoản cơ quan ở mỗi lần đăng nhập như vậy.',
  unlink: 'Bỏ liên kết',
  link: 'Liên kết tài khoản cơ quan',
  linkThis: 'Tài khoản ở bàn duyệt:',
  linkTo: 'Tài khoản cơ quan:',
  linkMeans:
    'Từ nay tài khoản cơ quan này mở được tài khoản ở bàn duyệt, và mỗi lần đăng nhập như vậy vai trò cùng các trang báo của bạn theo nó.',
  password: 'Mật khẩu hiện tại ở bàn duyệt',
  confirmLink: 'Liên kết',
  notLink: 'Không liên kết',
  enter: 'Vào bàn duyệt bình luận',
  enterLead: 'Liên kết này đăng nhập một lần vào tài khoản',
};

export type SignInWording = typeof vi;

const en: SignInWording = {
  byProvider: 'Sign in with your work account',
  signedIn: 'You are signed in',
  goBack: 'Close this tab and go back to the one before: what you were doing is still there.',
  orDesk: 'Open the comment desk in this tab',
  workAccount: 'Work account',
  notLinked: 'This account is linked with no work account.',
  beginLink: 'Link with a work account',
  linkedWith: 'Opens by',
  lastUsed: 'last at',
  follows: 'Role and sites follow the work account at each such sign-in.',
  unlink: 'Remove the link',
  link: 'Link a work account',
  linkThis: 'Account at the desk:',
  linkTo: 'Work account:',
  linkMeans:
    'From now on this work account opens the account at the desk, and at each such sign-in your role and sites follow it.',
  password: 'Present password at the desk',
  confirmLink: 'Link',
  notLink: 'Do not link',
  enter: 'Enter the comment desk',
  enterLead: 'This link signs in once to the account',
};

export const signInWording: Record<Language, SignInWording> = { vi, en };
