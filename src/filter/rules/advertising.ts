import { contactsOf } from '../contacts.ts';
import type { Message, Span } from '../finding.ts';
import { lexiconOf, type Match, matchesOf } from '../lexicon.ts';
import { isCheap, linksOf } from '../link.ts';
import { foreignOffers, offers } from '../lists/offers.ts';
import type { Reading } from '../reading.ts';
import type { Judgement, Rule } from '../rule.ts';
import { sayingsIn } from '../sayings.ts';
import { type SiteWords, touching, unexcused } from '../site-words.ts';
import { brandsOf } from '../styled.ts';

/** Advertising by what it does: it offers something and says where. No single sign of it is enough. */
export const advertising: Rule = {
  name: 'advertising',
  judge({ author, body }, _, site) {
    const signs = signsOf(body, site);
    if (certainty(signs) >= enough) return judged(signs);
    const pitched = [...signs, ...pitchesIn(body, site)];
    if (certainty(pitched) >= enough) return judged(pitched);
    const inName = [...signs, ...signsOf(author, site).map(({ start: _start, end: _end, ...sign }) => sign)];
    return certainty(inName) >= enough ? judged(inName) : [];
  },
};

const enough = 0.6;

interface Sign extends Partial<Span> {
  kind: string;
  weight: number;
}

function signsOf(reading: Reading, { passed }: SiteWords): Sign[] {
  const found = unexcused(phrasesOf(reading), reading, passed).filter(({ strength }) => strength === 'full');
  return [
    ...found.map(({ entry: { group }, start, end }) => ({
      kind: group,
      weight: weights[group] ?? 0,
      start,
      end,
    })),
    ...linksOf(reading).map((link) => ({
      kind: 'link',
      weight: isCheap(link) || link.hidden ? 0.62 : 0.2,
      start: link.start,
      end: link.end,
    })),
    ...contactsOf(reading).map(({ kind, hidden, start, end }) => ({
      kind,
      weight: contact[kind] + (hidden ? 0.25 : 0),
      start,
      end,
    })),
    ...brandsOf(reading).map((span) => ({ kind: 'brand', weight: 0.3, ...span })),
  ];
}

const lexicon = lexiconOf(offers);
const foreign = lexiconOf(foreignOffers);

/** Phrases in words as they are written, as "like" is no two syllables, and else in what was glued or spaced. */
function phrasesOf(reading: Reading): Match[] {
  const { written, spoken } = reading;
  const own = matchesOf(lexicon, reading, written);
  const found = [...own, ...matchesOf(foreign, reading, written)];
  if (spoken.length === written.length) return found;
  const more = matchesOf(lexicon, reading, spoken);
  return [...found, ...more.filter((match) => touching(own, match).length === 0)];
}

/** An offer together with how to take it up: enough where nothing else is said of it. */
function pitchesIn(reading: Reading, { passed }: SiteWords): Sign[] {
  const pitches = sayingsIn(reading).filter(({ entry }) => entry.group === 'pitch');
  const found = unexcused(pitches, reading, passed);
  return found.map(({ start, end }) => ({ kind: 'pitch', weight: enough, start, end }));
}

const weights: Readonly<Record<string, number>> = {
  gambling: 0.35,
  judol: 0.3,
  loan: 0.35,
  sim: 0.35,
  work: 0.3,
  adult: 0.4,
  followers: 0.4,
  crypto: 0.3,
  health: 0.3,
  fake: 0.35,
  promo: 0.15,
  call: 0.2,
  channel: 0.4,
  invitation: 0.62,
};
const contact = { phone: 0.3, handle: 0.2, code: 0.5 };

/** Signs of one kind after the first two say nothing new. */
function certainty(signs: readonly Sign[]): number {
  const counts = new Map<string, number>();
  let doubt = 1;
  for (const { kind, weight } of signs) {
    const count = (counts.get(kind) ?? 0) + 1;
    counts.set(kind, count);
    if (count <= 2) doubt *= 1 - weight;
  }
  return 1 - doubt;
}

function judged(signs: readonly Sign[]): Judgement[] {
  const kinds = [...new Set(signs.map(({ kind }) => kind))];
  const [first] = [...signs].sort((a, b) => b.weight - a.weight);
  const span =
    first?.start === undefined || first.end === undefined ? {} : { start: first.start, end: first.end };
  return [{ verdict: 'hold', weight: 0.8, message: sentence(kinds), ...span }];
}

function sentence(kinds: readonly string[]): Message {
  const said = kinds.map((kind) => names[kind] ?? { vi: kind, en: kind });
  return {
    vi: `Giống quảng cáo: ${said.map(({ vi }) => vi).join(', ')}.`,
    en: `Looks like advertising: ${said.map(({ en }) => en).join(', ')}.`,
  };
}

const names: Readonly<Record<string, Message>> = {
  gambling: { vi: 'cờ bạc', en: 'gambling' },
  judol: { vi: 'cờ bạc trực tuyến kiểu Indonesia', en: 'online gambling in the Indonesian style' },
  loan: { vi: 'cho vay', en: 'loans' },
  sim: { vi: 'bán SIM', en: 'SIM cards' },
  work: { vi: 'việc làm, khóa học kiếm tiền', en: 'jobs or courses that promise money' },
  adult: { vi: 'dịch vụ người lớn', en: 'adult services' },
  followers: { vi: 'mua bán lượt thích, theo dõi', en: 'likes and followers' },
  crypto: { vi: 'đầu tư, tiền ảo', en: 'investments or crypto' },
  health: { vi: 'thuốc, chữa bệnh', en: 'cures and medicines' },
  fake: { vi: 'hàng giả, giấy tờ giả', en: 'fakes' },
  promo: { vi: 'lời chào hàng', en: 'a sales pitch' },
  call: { vi: 'lời mời liên hệ', en: 'a call to get in touch' },
  channel: { vi: 'mời xem hoặc theo dõi kênh', en: 'a call to watch or subscribe' },
  pitch: { vi: 'chào mời và hẹn liên hệ', en: 'an offer and where to answer it' },
  invitation: { vi: 'mời theo dõi kênh', en: 'an invitation to subscribe' },
  link: { vi: 'liên kết', en: 'a link' },
  phone: { vi: 'số điện thoại', en: 'a telephone number' },
  handle: { vi: 'tài khoản nhắn tin', en: 'a name on a messenger' },
  code: { vi: 'đầu số tin nhắn', en: 'a number that messages are to be sent to' },
  brand: { vi: 'tên nhà cái viết cách điệu', en: 'a brand in the style of gambling sites' },
};
