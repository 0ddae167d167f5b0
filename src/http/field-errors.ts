import type { z } from 'zod';
import type { Sentence } from '../language/language.ts';
import { mostWords } from '../language/search/query.ts';
import { type FieldError, invalidFields, type Problem } from '../problem.ts';

type Issue = z.core.$ZodIssue;

/** The value as the schema reads it; throws `invalid` with every field that is wrong. */
export function parseOrRefuse<Schema extends z.ZodType>(schema: Schema, value: unknown): z.infer<Schema> {
  const parsed = schema.safeParse(value);
  if (!parsed.success) throw invalidRequest(parsed.error);
  return parsed.data;
}

/** What zod says of a request, as a Problem that a person may read. */
export function invalidRequest(error: z.core.$ZodError): Problem {
  return invalidFields(fieldErrors(error));
}

export function fieldErrors(error: z.core.$ZodError): FieldError[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), ...explain(issue) }));
}

function explain(issue: Issue): { code: string; message: Sentence } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.message.includes('received undefined') ? required : wrongType;
    case 'too_small':
      return issue.minimum === 1 ? required : tooSmall(issue.minimum, issue.origin);
    case 'too_big':
      return tooBig(issue.maximum, issue.origin);
    case 'invalid_format':
      return issue.format === 'email' ? notEmail : unknown;
    case 'custom':
      return (
        [notText, required, badge, tooManyWords].find(({ code }) => code === issue.params?.code) ?? unknown
      );
    default:
      return unknown;
  }
}

const required = {
  code: 'required',
  message: { vi: 'Vui lòng điền mục này.', en: 'Please fill this in.' },
};

const wrongType = {
  code: 'wrong-type',
  message: {
    vi: 'Kiểu giá trị của mục này không đúng.',
    en: 'The value of this field is of the wrong type.',
  },
};

const notEmail = {
  code: 'not-email',
  message: {
    vi: 'Địa chỉ e-mail chưa đúng, ví dụ: ten@example.com.',
    en: 'This is not an e-mail address such as name@example.com.',
  },
};

const notText = {
  code: 'not-text',
  message: {
    vi: 'Có ký tự không đọc được trong mục này.',
    en: 'There are characters in this field that cannot be read.',
  },
};

const tooManyWords = {
  code: 'too-many-words',
  message: {
    vi: `Tìm nhiều nhất ${mostWords} từ một lần. Vui lòng bớt vài từ.`,
    en: `At most ${mostWords} words are searched for at once. Please leave some out.`,
  },
};

const badge = {
  code: 'badge',
  message: {
    vi: 'Tên không dùng được dấu tích, ngôi sao hay ký hiệu giống huy hiệu. Vui lòng bỏ ký hiệu đó.',
    en: 'A name cannot have ticks, stars or signs that look like a badge. Please leave it out.',
  },
};

const unknown = {
  code: 'unknown',
  message: {
    vi: 'Giá trị của mục này không hợp lệ.',
    en: 'The value of this field is not one that we know.',
  },
};

function tooSmall(minimum: number | bigint, origin: string) {
  return {
    code: 'too-short',
    message:
      origin === 'string'
        ? { vi: `Cần ít nhất ${minimum} ký tự.`, en: `Please use at least ${minimum} characters.` }
        : { vi: `Nhỏ nhất là ${minimum}.`, en: `The least is ${minimum}.` },
  };
}

function tooBig(maximum: number | bigint, origin: string) {
  return {
    code: 'too-long',
    message:
      origin === 'string'
        ? { vi: `Không dài quá ${maximum} ký tự.`, en: `Please use no more than ${maximum} characters.` }
        : { vi: `Lớn nhất là ${maximum}.`, en: `The most is ${maximum}.` },
  };
}
