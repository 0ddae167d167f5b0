import type { Sentence } from './language/language.ts';

export type ProblemKind =
  | 'malformed'
  | 'unauthenticated'
  | 'identity'
  | 'forbidden'
  | 'not-found'
  | 'conflict'
  | 'too-large'
  | 'wrong-type'
  | 'no-such-part'
  | 'invalid'
  | 'too-fast'
  | 'unavailable';

/** What is wrong with one field; `field` is its path in the request, such as `challenge.answer`. */
export interface FieldError {
  field: string;
  code: string;
  message: Sentence;
}

/** A request that cannot be granted: a kind, and a sentence that a person may read. */
export class Problem extends Error {
  override name = 'Problem';
  readonly kind: ProblemKind;
  readonly detail: Sentence;
  readonly errors: readonly FieldError[];
  readonly retryAfterSeconds: number | undefined;

  constructor(
    kind: ProblemKind,
    detail: Sentence,
    more: { errors?: readonly FieldError[]; retryAfterSeconds?: number } = {},
  ) {
    super(detail.en);
    this.kind = kind;
    this.detail = detail;
    this.errors = more.errors ?? [];
    this.retryAfterSeconds = more.retryAfterSeconds;
  }
}

/** A Problem about one field, which says the same of the request and of the field. */
export function invalidField(field: string, code: string, message: Sentence): Problem {
  return invalidFields([{ field, code, message }]);
}

/** A Problem about all the fields that are wrong. */
export function invalidFields(errors: readonly FieldError[]): Problem {
  const [first] = errors;
  return new Problem('invalid', first && errors.length === 1 ? first.message : several, { errors });
}

const several: Sentence = {
  vi: 'Một số mục chưa đúng. Vui lòng xem lại.',
  en: 'Some fields are not right. Please look them over.',
};
