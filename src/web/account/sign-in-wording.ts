import type { Language } from '../../language/language.ts';

const vi = {
  byProvider: 'Đăng nhập bằng tài khoản cơ quan',
  or: 'hoặc',
  signedIn: 'Bạn đã đăng nhập',
  goBack: 'Hãy đóng thẻ này và quay lại thẻ trước: những gì bạn đang làm vẫn còn ở đó.',
  orDesk: 'Mở bàn duyệt bình luận ở thẻ này',
};

export type SignInWording = typeof vi;

const en: SignInWording = {
  byProvider: 'Sign in with your work account',
  or: 'or',
  signedIn: 'You are signed in',
  goBack: 'Close this tab and go back to the one before: what you were doing is still there.',
  orDesk: 'Open the comment desk in this tab',
};

export const signInWording: Record<Language, SignInWording> = { vi, en };
