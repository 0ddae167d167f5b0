import { Problem } from '../../problem.ts';

/** A sender on a site, and a comment of theirs by which it is told who is meant: hashes are in no log. */
export interface SenderAt {
  site: string;
  /** Their name, which may be that of a network. */
  sender: string;
  comment: string | null;
}

export function noTrace(): Problem {
  return new Problem('conflict', {
    vi: 'Dấu vết của người gửi này đã được xóa, nên không làm được việc này nữa.',
    en: 'The trace of this sender was erased, so this can no longer be done.',
  });
}

export function notAsLeft(): Problem {
  return new Problem('conflict', {
    vi: 'Sau đó người gửi này đã được xử lý khác, nên không hoàn tác việc này được nữa.',
    en: 'Something else was done about this sender since, so this cannot be undone any more.',
  });
}
