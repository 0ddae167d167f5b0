import type { QueuedComment } from '../../../comments/comment.ts';
import type { DeskWording } from '../../desk/wording.ts';
import type { Html } from '../../layout.ts';
import type { PaneContext } from '../../views.ts';
import { articleChoices } from '../newsroom/article-tools.ts';
import { pickForm } from '../newsroom/pick-form.ts';
import { senderNotes, senderSection } from '../sender/section.ts';
import { senderTools } from '../sender/tools.ts';
import { alikeBlock } from './alike.ts';
import { noteField } from './note-field.ts';
import { openAlone } from './open-alone.ts';

type Part = (comment: QueuedComment, view: PaneContext, words: DeskWording) => Html;

/** Beside each other under what the comment says; each is a `section.block`, or nothing. */
const contextual: readonly Part[] = [senderSection, alikeBlock, senderNotes, noteField];

/** Under "…": each is links and forms of a menu, or nothing. */
const seldom: readonly Part[] = [openAlone, pickForm, articleChoices, senderTools];

export function contextParts(...given: Parameters<Part>): Html[] {
  return contextual.map((part) => part(...given));
}

export function moreParts(...given: Parameters<Part>): Html[] {
  return seldom.map((part) => part(...given));
}
