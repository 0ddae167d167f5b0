import type { FieldError } from '../problem.ts';
import { noticeOf } from '../sites/notice.ts';
import type { Site } from '../sites/site.ts';
import type { Consent } from '../store/comments/consents.ts';
import type { NewComment } from './comment.ts';

type Said = Pick<NewComment, 'consent' | 'notice'>;

/** Where the site asks, nothing is taken without a yes, and a yes is to the notice of now. */
export function consentMistakes(site: Site, { consent, notice }: Said): FieldError[] {
  if (site.consent !== 'ask') return [];
  if (consent !== true) return [missing];
  return notice === undefined || notice === noticeOf(site)?.version ? [] : [outdated];
}

/** What is kept of a reader's yes; null where none was asked for. */
export function consentTo(site: Site, at: number): Consent | null {
  const notice = noticeOf(site);
  if (!notice || notice.agreement === null) return null;
  return { at, notice: { ...notice, agreement: notice.agreement } };
}

const missing: FieldError = {
  field: 'consent',
  code: 'required',
  message: {
    vi: 'Vui lòng đánh dấu vào ô đồng ý.',
    en: 'Please tick the box to agree.',
  },
};

const outdated: FieldError = {
  field: 'consent',
  code: 'outdated',
  message: {
    vi: 'Thông báo vừa thay đổi. Vui lòng đọc lại và đánh dấu vào ô đồng ý.',
    en: 'The notice has just changed. Please read it again and tick the box.',
  },
};
