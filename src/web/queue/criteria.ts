import type { Language } from '../../language/language.ts';
import { ruleName } from '../rule-names.ts';
import type { Asked } from './address.ts';

type Say = (value: string) => string;
type Name = Exclude<keyof Asked, 'state' | 'site' | 'sort'>;

const says: Record<Language, Record<Name, Say>> = {
  vi: {
    q: (value) => `Có “${value}”`,
    rule: (value) => ruleName(value, 'vi'),
    article: (value) => `Bài ${value}`,
    sender: () => 'Một người gửi',
    from: (value) => `Gửi từ ${dayOf(value)}`,
    to: (value) => `Gửi trước ${dayOf(value)}`,
    'risk-min': (value) => `Rủi ro từ ${percentOf(value)}`,
    'risk-max': (value) => `Rủi ro đến ${percentOf(value)}`,
    links: () => 'Có liên kết',
    appealed: () => 'Có khiếu nại',
    like: () => 'Gần giống nhau',
  },
  en: {
    q: (value) => `Has “${value}”`,
    rule: (value) => ruleName(value, 'en'),
    article: (value) => `Article ${value}`,
    sender: () => 'One sender',
    from: (value) => `Sent from ${dayOf(value)}`,
    to: (value) => `Sent before ${dayOf(value)}`,
    'risk-min': (value) => `Risk from ${percentOf(value)}`,
    'risk-max': (value) => `Risk up to ${percentOf(value)}`,
    links: () => 'Has a link',
    appealed: () => 'Appealed',
    like: () => 'Nearly alike',
  },
};

/** What narrows a view of the queue, as a person reads it. */
export function criteriaOf(asked: Asked, language: Language): { name: Name; text: string }[] {
  const said = says[language];
  return (Object.keys(said) as Name[]).flatMap((name) => {
    const value = asked[name];
    return value ? [{ name, text: said[name](value) }] : [];
  });
}

function percentOf(value: string): string {
  const share = Number(value);
  return Number.isFinite(share) ? String(Math.floor(share * 100 + 1e-6)) : value;
}

function dayOf(value: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(value) ?? [];
  return year ? `${day}/${month}/${year}` : value;
}
