import { html } from 'hono/html';
import type { SenderNote } from '../../../comments/comment.ts';
import type { Language } from '../../../language/language.ts';
import { tiesOf } from '../../field.ts';
import type { Html } from '../../layout.ts';
import { renderTime } from '../../time.ts';
import { hiddenFields } from './fields.ts';
import { senderWording } from './wording.ts';

/** What moderators noted of a sender: who, when, what; `carried` is for the forms that take one back, where there are. */
export function noteList(
  notes: readonly SenderNote[],
  language: Language,
  carried?: Readonly<Record<string, string>>,
): Html {
  if (notes.length === 0) return html``;
  return html`<ul class="noted">${notes.map(
    (note) =>
      html`<li><b><bdi>${note.by}</bdi></b> <span class="hint">${renderTime(note.at, language)}</span> <span class="typed" dir="auto">${note.text}</span>${carried && removeForm(note, carried, language)}</li>`,
  )}</ul>`;
}

/** To take a note back is to undo its act, which has its id. */
function removeForm(
  { id, text }: SenderNote,
  carried: Readonly<Record<string, string>>,
  language: Language,
): Html {
  const words = senderWording[language];
  return html` <form method="post" action="/moderation/acts/${id}/undo">${hiddenFields(carried)}<button class="link" aria-label="${words.removeNote}: ${text.slice(0, 60)}">${words.removeNote}</button></form>`;
}

export interface NoteForm {
  /** The comment whose sender it is about. */
  comment: string;
  /** What the form carries to come back to where it was. */
  carried: Readonly<Record<string, string>>;
  typed?: string;
  mistakes?: readonly string[];
}

export function noteForm(
  { comment, carried, typed = '', mistakes = [] }: NoteForm,
  language: Language,
): Html {
  const words = senderWording[language];
  const id = `sender-note-${comment}`;
  const wrong = mistakes.length > 0;
  return html`<form class="jot" method="post" action="/moderation/comments/${comment}/notes">${hiddenFields(carried)}
<label class="unseen" for="${id}">${words.noteLabel}</label>
<textarea id="${id}" name="note" rows="2" required placeholder="${words.noteHint}"${wrong && html` autofocus`}${tiesOf(id, false, wrong)}>
${typed}</textarea>
${wrong && html`<p class="mistake" id="${id}-mistake">${mistakes.join(' ')}</p>`}
<button class="act">${words.addNote}</button></form>`;
}
