import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Act } from '../../store/acts/list-acts.ts';
import type { LogEntry } from '../../store/acts/log.ts';
import type { LoggedDecision } from '../../store/queue/decision-log.ts';
import type { Html } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { deeds } from './deeds.ts';
import { type LogPageWording, logPageWording } from './wording.ts';

/** "Lan rejected the comment by Tùng, reason: Advertising", as one sentence with links. */
export function lineOf(entry: LogEntry, language: Language): Html {
  const words = logPageWording[language];
  return 'action' in entry ? ofDecision(entry, language, words) : ofAct(entry, language, words);
}

function ofDecision(decision: LoggedDecision, language: Language, words: LogPageWording): Html {
  const { action, moderator, reason, count, comments } = decision;
  const [before, after] = words.did[action];
  const [only] = comments;
  const what = only && count === 1 ? theComment(only, words) : words.comments(formatNumber(count, language));
  return html`<b><bdi>${moderator}</bdi></b> ${before} ${what}${after && ` ${after}`}${reason && html`, ${words.because}: ${reason}`}`;
}

function ofAct(act: Act, language: Language, words: LogPageWording): Html {
  const { kind, details, about, account } = act;
  const name = kind === 'undo' ? `undo ${details.of}` : kind;
  const around = words.about[name];
  const who = whoDid(act, words);
  if (around) {
    const what = about ? theComment(about, words) : words.goneComment;
    return html`${who} ${around[0]} ${what}${around[1] && ` ${around[1]}`}`;
  }
  const of = Object.entries(deeds[language]).find(([one]) => kind === 'undo' && one === details.of)?.[1];
  const whose = account !== null && account !== act.by && html` <b><bdi>${account}</bdi></b>`;
  return html`${who} ${of ? html`${words.undid} ${of}` : deeds[language][kind]}${whose}`;
}

/** A sign-in that was refused is told of the account, since nobody knows who tried. */
function whoDid({ by, access, kind, account }: Act, words: LogPageWording): Html {
  if (by !== null) return html`<b><bdi>${by}</bdi></b>`;
  if (kind === 'sign-in-refused') return account === null ? html`${words.someone}` : html``;
  if (access === 'reader') return html`${words.reader}`;
  return html`${access === 'service' ? words.service : words.command}`;
}

export function theComment({ id, author }: { id: string; author: string }, words: LogPageWording): Html {
  const name = author === '' ? words.erasedComment : html`${words.commentOf} <b><bdi>${author}</bdi></b>`;
  return html`<a href="/moderation/comments/${id}">${name}</a>`;
}
