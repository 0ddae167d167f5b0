import type { Rule } from '../rule.ts';

const messages = {
  audio: {
    vi: 'Người gửi xác nhận bằng cách nghe: chương trình tự động dễ vượt qua cách này hơn.',
    en: 'The captcha was met by ear, which is easier for a program than the picture.',
  },
  work: {
    vi: 'Thiết bị của người gửi tự xác nhận thay cho hình: chương trình tự động dễ vượt qua cách này hơn.',
    en: 'The captcha was met by the work of the device, which is easier for a program than the picture.',
  },
};

/** Says nothing of what was written: who cannot see the picture is as welcome, so it weighs little. */
export const captcha: Rule = {
  name: 'captcha',
  judgesSending: true,
  judge: (_, { metUnseen }) =>
    metUnseen ? [{ verdict: 'hold', weight: 0.05, message: messages[metUnseen] }] : [],
};
