import { html } from 'hono/html';
import { undoForm } from '../desk/desk-layout.ts';
import type { DeskWording } from '../desk/wording.ts';
import type { Html } from '../layout.ts';
import type { QueueContext } from '../views.ts';
import { queueParameters } from './address.ts';
import { actRemedy, actSentence } from './newsroom/act-notice.ts';
import { decidedSentence, isUndoable } from './notices.ts';

/** Where the last decision is told and taken back: a place of its own, so that it covers nothing and moves nothing. */
export function lastBar(view: QueueContext, words: DeskWording): Html {
  const { script, did, states, thisComment, edited } = words;
  return html`<section class="last" id="last" aria-label="${words.lastDecision}"
 data-words="${JSON.stringify({ ...script, did, states, thisComment, edited })}">
<p role="status">${sentence(view, words)}</p><span class="remedy">${remedy(view, words)}</span></section>`;
}

function sentence(view: QueueContext, words: DeskWording): Html | '' {
  if (view.told) return actSentence(view.told, view, words);
  return view.decided ? decidedSentence(view.decided, view, words) : '';
}

function remedy(view: QueueContext, words: DeskWording): Html | '' {
  const { told, decided, asked } = view;
  if (told) return actRemedy(told, view, words);
  return decided && isUndoable(decided) ? undoForm(decided.id, queueParameters(asked).toString(), words) : '';
}
