import type { Finding } from '../filter/finding.ts';
import { invalidField, type Problem } from '../problem.ts';
import { tooFast } from '../world/too-fast.ts';

/** Whether it is refused for nothing that it says, but for how many came before it. */
export function isTooFast(findings: readonly Finding[]): boolean {
  return findings.some((finding) => finding.rule === 'pace' && finding.verdict === 'refuse');
}

/** Says that it was refused, and not which word did it. */
export function refusal(findings: readonly Finding[]): Problem {
  if (isTooFast(findings)) {
    return tooFast(
      'pace',
      {
        vi: 'Bạn gửi bình luận quá nhanh. Vui lòng đợi một lát rồi thử lại.',
        en: 'You are sending comments too fast. Please wait a while and try again.',
      },
      60,
    );
  }
  return invalidField('body', 'refused', {
    vi: 'Rất tiếc, chúng tôi không thể nhận bình luận này. Vui lòng xem lại nội dung.',
    en: 'We are sorry, we cannot take this comment. Please look over what it says.',
  });
}
