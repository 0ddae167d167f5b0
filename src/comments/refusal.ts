import type { Finding } from '../filter/finding.ts';
import { invalidField, Problem } from '../problem.ts';

/** Wrong, spent, expired and reset are one and the same to the outside. */
export function captchaFailed(): Problem {
  return invalidField('challenge', 'failed', {
    vi: 'Mã xác nhận chưa đúng hoặc đã hết hạn. Vui lòng nhập các ký tự trong hình mới.',
    en: 'The captcha was not right or has expired. Please type the characters in the new picture.',
  });
}

/** Says that it was refused, and not which word did it. */
export function refusal(findings: readonly Finding[]): Problem {
  if (findings.some((finding) => finding.rule === 'pace' && finding.verdict === 'refuse')) {
    return new Problem(
      'too-fast',
      {
        vi: 'Bạn gửi bình luận quá nhanh. Vui lòng đợi một lát rồi thử lại.',
        en: 'You are sending comments too fast. Please wait a while and try again.',
      },
      { retryAfterSeconds: 60 },
    );
  }
  return invalidField('body', 'refused', {
    vi: 'Rất tiếc, chúng tôi không thể nhận bình luận này. Vui lòng xem lại nội dung.',
    en: 'We are sorry, we cannot take this comment. Please look over what it says.',
  });
}
