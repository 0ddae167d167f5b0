import { moderatorName, type Role, roles } from '../../moderators/moderator.ts';
import type { FieldError } from '../../problem.ts';
import { fieldErrors } from '../field-errors.ts';

/** What an owner asks for an account; no site means all of them. */
export interface Reach {
  role: Role;
  sites: string[];
}

export interface Giver {
  sites: readonly string[];
  /** Whether the owner works on all sites, those to come included. */
  everywhere: boolean;
}

/** Role and sites from a form: nobody gives a site that is not theirs. */
export function readReach(
  fields: URLSearchParams,
  giver: Giver,
): { reach: Reach } | { errors: FieldError[] } {
  const role = roles.find((one) => one === fields.get('role'));
  const wrong = wrongSites(fields, giver);
  const sites = fields.get('everywhere') === 'yes' ? [] : [...new Set(fields.getAll('site'))];
  if (role && !wrong) return { reach: { role, sites } };
  return { errors: [...(role ? [] : [noRole]), ...(wrong ? [wrong] : [])] };
}

function wrongSites(fields: URLSearchParams, giver: Giver): FieldError | undefined {
  if (fields.get('everywhere') === 'yes') return giver.everywhere ? undefined : notYours;
  const sites = fields.getAll('site');
  if (sites.length === 0) return noSite;
  return sites.every((site) => giver.sites.includes(site)) ? undefined : notYours;
}

export function readName(fields: URLSearchParams): { name: string } | { errors: FieldError[] } {
  const name = moderatorName.safeParse(fields.get('name') ?? '');
  if (name.success) return { name: name.data };
  return { errors: fieldErrors(name.error).map((error) => ({ ...error, field: 'name' })) };
}

export const nameTaken: FieldError = {
  field: 'name',
  code: 'taken',
  message: { vi: 'Đã có tài khoản mang tên này.', en: 'There is an account with this name already.' },
};

const noRole: FieldError = {
  field: 'role',
  code: 'unknown',
  message: { vi: 'Vui lòng chọn một vai trò.', en: 'Please choose a role.' },
};

const noSite: FieldError = {
  field: 'site',
  code: 'required',
  message: { vi: 'Vui lòng chọn ít nhất một trang báo.', en: 'Please choose at least one site.' },
};

const notYours: FieldError = {
  field: 'site',
  code: 'not-yours',
  message: {
    vi: 'Bạn chỉ giao được những trang báo mà mình quản trị.',
    en: 'You can only give sites that you own yourself.',
  },
};
