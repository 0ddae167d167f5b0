import type { Message, Verdict } from '../finding.ts';
import { entriesOf } from '../lexicon.ts';
import { type Link, linksOf } from '../link.ts';
import { linkBrands } from '../lists/link-brands.ts';
import { linkShorteners } from '../lists/link-shorteners.ts';
import { trustedNames } from '../lists/trusted-names.ts';
import type { Reading } from '../reading.ts';
import { type Judgement, mostSpans, type Rule } from '../rule.ts';

/** Too many links, links that hide where they lead, and links to what advertises itself in comments. */
export const links: Rule = {
  name: 'links',
  judge({ author, body }) {
    const found = linksOf(body);
    return [
      ...tooMany(found),
      ...pointing(found.filter(isShort), 'hold', 0.7, messages.short),
      ...pointing(found.filter(isListed), 'hold', 0.9, messages.listed),
      ...pointing(found.filter(poses), 'hold', 0.9, messages.posing),
      ...pointing(
        found.filter(({ hidden }) => hidden),
        'hold',
        0.85,
        messages.hidden,
      ),
      ...inName(author),
    ];
  },
};

const most = { passed: 2, held: 10 };

function tooMany(found: readonly Link[]): Judgement[] {
  if (found.length <= most.passed) return [];
  const message = {
    vi: `Bình luận có ${found.length} liên kết; quá ${most.passed} liên kết thì phải chờ duyệt.`,
    en: `The comment has ${found.length} links; with more than ${most.passed} it has to wait for a moderator.`,
  };
  return found.length <= most.held
    ? pointing(found, 'hold', 0.5, message)
    : pointing(found, 'refuse', 0.9, flooded(found.length));
}

function flooded(count: number): Message {
  return {
    vi: `Bình luận có ${count} liên kết; quá ${most.held} liên kết thì không được nhận.`,
    en: `The comment has ${count} links; with more than ${most.held} it is not accepted.`,
  };
}

function pointing(found: readonly Link[], verdict: Verdict, weight: number, message: Message): Judgement[] {
  return found.slice(0, mostSpans).map(({ start, end }) => ({ verdict, weight, message, start, end }));
}

function inName(author: Reading): Judgement[] {
  return linksOf(author)
    .slice(0, 1)
    .map(() => ({ verdict: 'hold', weight: 0.8, message: messages.name }));
}

const shorteners = new Set(entriesOf(linkShorteners));

function isShort({ host }: Link): boolean {
  return shorteners.has(host);
}

const brands = new Set(entriesOf(linkBrands));
const longestBrand = Math.max(...Array.from(brands, (brand) => brand.length));

// Every day brings a new host of the same brand (kubet77.example, vn-kubet.example): its parts are compared.
function isListed({ host }: Link): boolean {
  const ending = host.slice(host.lastIndexOf('.'));
  return brands.has(ending) || host.split(/[.-]/).some(startsWithBrand);
}

function startsWithBrand(part: string): boolean {
  const starts = Array.from({ length: Math.min(longestBrand, part.length) }, (_, at) =>
    part.slice(0, at + 1),
  );
  return starts.some((start) => brands.has(start));
}

const trusted = entriesOf(trustedNames).map((line) => {
  const [name = '', ...hosts] = line.split(' ');
  return { name, hosts };
});

/** Whether a host carries a name that people trust, and is not theirs: `vietinbank-ipay.com`. */
function poses({ host }: Link): boolean {
  if (isWithin(host, 'gov.vn')) return false;
  const letters = host.replaceAll('-', '');
  return trusted.some(
    ({ name, hosts }) => letters.includes(name) && !hosts.some((own) => isWithin(host, own)),
  );
}

function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}

const messages = {
  posing: {
    vi: 'Liên kết mang tên một ngân hàng, cơ quan hoặc cửa hàng, nhưng không phải trang của họ.',
    en: 'The link carries the name of a bank, an authority or a shop, but is not theirs.',
  },
  hidden: {
    vi: 'Liên kết được viết né bộ lọc.',
    en: 'The link is written so that a filter would miss it.',
  },
  short: {
    vi: 'Liên kết rút gọn che mất địa chỉ thật.',
    en: 'A shortened link hides where it leads.',
  },
  listed: {
    vi: 'Liên kết dẫn đến trang cờ bạc hoặc cho vay hay được quảng cáo trong bình luận.',
    en: 'The link leads to a gambling or loan site of the kind that advertises in comments.',
  },
  name: {
    vi: 'Tên người gửi có chứa liên kết.',
    en: 'The name of the author contains a link.',
  },
};
