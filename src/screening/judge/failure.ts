import type { Message } from '../../filter/finding.ts';

/** Why a judge gave no answer; of what it sent instead, the status of HTTP. */
export type Failure = 'slow' | 'unreachable' | 'shape' | 'large' | 'key' | { status: number };

/** What a moderator reads of it. */
export function failureMessage(failure: Failure): Message {
  if (typeof failure === 'string') return messages[failure];
  return {
    vi: `Bộ lọc ngoài báo lỗi (mã ${failure.status}) nên bình luận chờ người duyệt.`,
    en: `The outside judge answered with an error (status ${failure.status}), so the comment waits for a moderator.`,
  };
}

/** The same as a word for logs and figures. */
export function failureName(failure: Failure): string {
  return typeof failure === 'string' ? failure : 'status';
}

const messages: Readonly<Record<Exclude<Failure, object>, Message>> = {
  slow: {
    vi: 'Bộ lọc ngoài không trả lời kịp nên bình luận chờ người duyệt.',
    en: 'The outside judge did not answer in time, so the comment waits for a moderator.',
  },
  unreachable: {
    vi: 'Không kết nối được với bộ lọc ngoài nên bình luận chờ người duyệt.',
    en: 'The outside judge could not be reached, so the comment waits for a moderator.',
  },
  shape: {
    vi: 'Bộ lọc ngoài trả lời không đúng quy cách nên bình luận chờ người duyệt.',
    en: 'The outside judge gave an answer that cannot be read, so the comment waits for a moderator.',
  },
  large: {
    vi: 'Bộ lọc ngoài trả lời quá dài nên bình luận chờ người duyệt.',
    en: 'The answer of the outside judge was too long, so the comment waits for a moderator.',
  },
  key: {
    vi: 'Chưa có khóa dùng được cho bộ lọc ngoài nên bình luận chờ người duyệt.',
    en: 'There is no key that fits the outside judge, so the comment waits for a moderator.',
  },
};
