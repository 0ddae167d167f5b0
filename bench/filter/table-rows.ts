import { auc, bestThreshold, qualityAt, recallAtTop, share } from './metrics.ts';
import { byFlag, byRisk, type Opined } from './subjects.ts';

/** The rows that a table is about, all judged by one subject. */
export interface Judgements {
  kept: readonly Opined[];
  evasion: readonly Opined[];
  innocents: readonly Opined[];
}

/** A line of the table: what is measured, the figure to reach, and how a subject did. */
export interface Line {
  what: string;
  reach: string;
  figure(judgements: Judgements): string;
}

export const lines: readonly Line[] = [
  {
    what: 'evasion (dev): abuse / spam caught / controls flagged',
    reach: '>= 97 / >= 98 / <= 1 %',
    figure: ({ evasion }) => parts([/^toxic/, /^spam/, /^control/].map((kind) => flagged(evasion, kind))),
  },
  {
    what: 'harmless (dev) flagged: all / without diacritics / NFD',
    reach: '<= 0.8 / <= 1.4 / <= 0.5 %',
    figure: ({ innocents }) => parts([/./, /nodiacritics/, /nfd/].map((kind) => flagged(innocents, kind))),
  },
  {
    what: 'Vietnamese abuse: F1 / false alarms / AUC',
    reach: '',
    figure: ({ kept }) => detection(among(kept, ['vihos', 'thien'])),
  },
  {
    what: 'Vietnamese abuse by risk: F1 / at false alarms of at most 8 %',
    reach: '>= 70 / <= 8 %',
    figure: ({ kept }) => ranked(among(kept, ['vihos', 'thien'])),
  },
  {
    what: 'English abuse: F1 / false alarms / AUC',
    reach: '',
    figure: ({ kept }) => detection(among(kept, ['davidson'])),
  },
  {
    what: 'YouTube spam: F1 / false alarms / AUC',
    reach: '>= 94',
    figure: ({ kept }) => detection(among(kept, ['ytspam'])),
  },
  {
    what: 'gambling spam: F1 / false alarms / AUC',
    reach: '',
    figure: ({ kept }) => detection(among(kept, ['judol'])),
  },
  {
    what: 'SMS spam: F1 / false alarms / AUC',
    reach: '>= 90',
    figure: ({ kept }) => detection(among(kept, ['sms'])),
  },
  {
    what: 'bad found in the riskiest 20 %: all / Vietnamese / spam',
    reach: '>= 72 %',
    figure: ({ kept }) =>
      parts(
        [everything, ['vihos', 'thien'], ['judol', 'ytspam', 'sms']].map((sets) => found(among(kept, sets))),
      ),
  },
  {
    what: 'refused: how many / of them bad',
    reach: '>= 99 %',
    figure: ({ kept, evasion, innocents }) => refused([...kept, ...evasion, ...innocents]),
  },
];

const everything = ['vihos', 'thien', 'davidson', 'judol', 'ytspam', 'sms'];

function among(rows: readonly Opined[], sets: readonly string[]): Opined[] {
  return rows.filter((row) => sets.includes(row.set));
}

function flagged(rows: readonly Opined[], kind: RegExp): number {
  return share(byFlag(rows.filter((row) => kind.test(row.kind))), (one) => one.score === 1);
}

function detection(rows: readonly Opined[]): string {
  const { f1, falseAlarms } = qualityAt(byFlag(rows), 1);
  return parts([f1, falseAlarms, auc(byRisk(rows))]);
}

function ranked(rows: readonly Opined[]): string {
  const judged = byRisk(rows);
  const { f1, falseAlarms } = qualityAt(judged, bestThreshold(judged, 0.08));
  return parts([f1, falseAlarms]);
}

/** A queue with one bad comment in six, as there is not room for more in a fifth of it. */
function found(rows: readonly Opined[]): number {
  const good = rows.filter((row) => !row.bad);
  const bad = rows.filter((row) => row.bad);
  const every = Math.max(1, Math.ceil((bad.length * 5) / good.length));
  return recallAtTop(byRisk([...good, ...bad.filter((_, at) => at % every === 0)]), 0.2);
}

function refused(rows: readonly Opined[]): string {
  const all = rows.filter((row) => row.refuse);
  return all.length === 0
    ? '0'
    : `${all.length} / ${parts([all.filter((row) => row.bad).length / all.length])}`;
}

function parts(shares: readonly number[]): string {
  return shares.map((one) => (one * 100).toFixed(1)).join(' / ');
}
