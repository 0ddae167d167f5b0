import type { Context, ErrorHandler, NotFoundHandler } from 'hono';
import { accepts } from 'hono/accepts';
import { HTTPException } from 'hono/http-exception';
import type { ContentfulStatusCode } from 'hono/utils/http-status';
import { type Language, languages, type Sentence } from '../language/language.ts';
import { Problem, type ProblemKind } from '../problem.ts';
import { identityHeader } from '../readers/identity.ts';
import { StorageFailure } from '../store/database.ts';
import { typedIn } from '../web/desk/typed.ts';
import { problemPage } from '../web/problem-page.ts';
import type { Deps, Env } from './deps.ts';

export const statusOf: Readonly<Record<ProblemKind, ContentfulStatusCode>> = {
  malformed: 400,
  unauthenticated: 401,
  identity: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
  'too-large': 413,
  'wrong-type': 415,
  'no-such-part': 416,
  invalid: 422,
  'too-fast': 429,
  unavailable: 503,
};

export const titleOf: Readonly<Record<ProblemKind, Sentence>> = {
  malformed: { vi: 'Yêu cầu không đọc được', en: 'The request cannot be read' },
  unauthenticated: { vi: 'Cần đăng nhập', en: 'Please sign in' },
  identity: { vi: 'Chưa xác nhận được bạn đọc', en: 'Not known as a reader' },
  forbidden: { vi: 'Không được phép', en: 'Not allowed' },
  'not-found': { vi: 'Không tìm thấy', en: 'Not found' },
  conflict: { vi: 'Không còn như trước', en: 'It has changed' },
  'too-large': { vi: 'Nội dung quá lớn', en: 'Too large' },
  'wrong-type': { vi: 'Sai kiểu nội dung', en: 'Wrong type of content' },
  'no-such-part': { vi: 'Không có phần này', en: 'No such part' },
  invalid: { vi: 'Nội dung chưa đúng', en: 'Something is not right' },
  'too-fast': { vi: 'Quá nhanh', en: 'Too fast' },
  unavailable: { vi: 'Tạm thời không phục vụ được', en: 'Not available just now' },
};

/** Turns whatever was thrown into an answer: a page for a person, `application/problem+json` for a program. */
export function answerErrors(deps: Deps): ErrorHandler<Env> {
  return (error, context) => {
    const problem = toProblem(error);
    if (problem) return answerProblem(context, problem);
    deps.log('error', 'unexpected error', {
      requestId: context.get('requestId'),
      error: error.stack ?? String(error),
    });
    return answer(context, 500, 'about:blank', unexpected.title, unexpected.detail, []);
  };
}

export const answerNotFound: NotFoundHandler<Env> = (context) => answerProblem(context, noSuchPage());

export function answerProblem(context: Context<Env>, problem: Problem): Response | Promise<Response> {
  const { kind, detail, errors } = problem;
  tellRetryAfter(context, problem);
  tellScheme(context, problem);
  return answer(context, statusOf[kind], `/docs#${kind}`, titleOf[kind], detail, errors);
}

/** How one says who they are (RFC 9110, 11.6.1). */
export function tellScheme(context: Context<Env>, { kind }: Problem): void {
  if (statusOf[kind] !== 401) return;
  context.header('WWW-Authenticate', kind === 'identity' ? identityHeader : 'Bearer');
}

export function tellRetryAfter(context: Context<Env>, { retryAfterSeconds }: Problem): void {
  if (retryAfterSeconds !== undefined) context.header('Retry-After', String(retryAfterSeconds));
}

/** The Problem behind an error, or nothing where it is a defect of ours. */
export function toProblem(error: unknown): Problem | undefined {
  if (error instanceof Problem) return error;
  if (error instanceof StorageFailure) return cannotStore();
  if (isCutOff(error)) return new Problem('malformed', cutOff);
  if (error instanceof HTTPException) {
    const kind = (Object.keys(statusOf) as ProblemKind[]).find((one) => statusOf[one] === error.status);
    return kind && new Problem(kind, kind === 'malformed' ? notJson : titleOf[kind]);
  }
  return undefined;
}

/** Whoever sent it went away before all of it came: a lost connection, not a defect. */
function isCutOff(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ECONNRESET';
}

export const cutOff: Sentence = {
  vi: 'Nội dung gửi lên bị đứt giữa chừng.',
  en: 'The body ended before all of it had come.',
};

const notJson: Sentence = {
  vi: 'Nội dung gửi lên không phải là JSON đúng.',
  en: 'The body is not correct JSON.',
};

const unexpected = {
  title: { vi: 'Có lỗi ngoài dự kiến', en: 'Something went wrong' },
  detail: {
    vi: 'Lỗi này đã được ghi lại. Vui lòng thử lại sau.',
    en: 'This error has been recorded. Please try again later.',
  },
};

function cannotStore(): Problem {
  return new Problem(
    'unavailable',
    {
      vi: 'Lúc này chưa lưu được. Vui lòng thử lại sau ít giây.',
      en: 'This cannot be stored just now. Please try again in a few seconds.',
    },
    { retryAfterSeconds: 5 },
  );
}

function noSuchPage(): Problem {
  return new Problem('not-found', { vi: 'Không có trang này.', en: 'There is no such page.' });
}

function answer(
  context: Context<Env>,
  status: ContentfulStatusCode,
  type: string,
  title: Sentence,
  detail: Sentence,
  errors: Problem['errors'],
): Response | Promise<Response> {
  const language = languageOf(context);
  if (wantsPage(context)) {
    const typed = context.get('moderator') ? typedIn(context.get('form'), language) : [];
    return context.html(
      problemPage({ language, title: title[language], detail: detail[language], typed }),
      status,
    );
  }
  const fields = errors.map(({ field, code, message }) => ({ field, code, message: message[language] }));
  const body = {
    type,
    title: title[language],
    status,
    detail: detail[language],
    ...(fields.length > 0 && { errors: fields }),
    requestId: context.get('requestId'),
  };
  return context.body(JSON.stringify(body), status, {
    'content-type': 'application/problem+json; charset=utf-8',
  });
}

/** The site's language on a site's pages, the moderator's own at the desk, else what the browser asks for. */
export function languageOf(context: Context<Env>): Language {
  return (
    context.get('moderator')?.language ??
    context.get('site')?.language ??
    (accepts(context, {
      header: 'Accept-Language',
      supports: [...languages],
      default: 'vi',
      match: firstSpoken,
    }) as Language)
  );
}

/** `en-GB` is English too. */
function firstSpoken(
  asked: readonly { type: string; q: number }[],
  given: { supports: string[]; default: string },
) {
  const spoken = asked
    .filter(({ q }) => q > 0)
    .toSorted((one, other) => other.q - one.q)
    .map(({ type }) => type.toLowerCase().split('-')[0] ?? '');
  return spoken.find((language) => given.supports.includes(language)) ?? given.default;
}

export function wantsPage(context: Context<Env>): boolean {
  return !context.req.path.startsWith('/api/') && (context.req.header('accept') ?? '').includes('text/html');
}
