import type { By } from '../../acts/act.ts';
import type { Moderator } from '../../moderators/moderator.ts';
import { actBy, recordAct, undoOf } from '../../store/acts/record.ts';
import type { Act } from '../../store/acts.ts';
import { dropNote, storeNote } from '../../store/senders/notes.ts';
import { householdOf } from '../../world/networks.ts';
import type { ActWorld, World } from '../../world/world.ts';
import { composeText } from '../comment.ts';
import { noTrace, notAsLeft, type SenderAt } from './known.ts';

/**
 * Notes something of a sender for the other moderators of the site, for as long as there is a trace of them; resolves to
 * the note's id, which is its act's as well. Throws `conflict` where there is none any more.
 */
export async function noteSender(
  world: World,
  moderator: Moderator,
  { site, sender, comment }: SenderAt,
  text: string,
): Promise<string> {
  const act = actBy(world, moderator);
  const note = {
    ...{ id: act.id, site, sender: householdOf(sender), moderatorId: moderator.id },
    ...{ text: composeText(text), createdAt: act.createdAt },
  };
  const recorded = recordAct(act, { kind: 'sender-note', site, details: { comment } });
  if (await storeNote(world.database, note, recorded)) return note.id;
  throw noTrace();
}

/** Takes a note back, by an act. */
export async function undoNote(world: ActWorld, done: Act, by: By): Promise<string> {
  const act = actBy(world, by);
  if (await dropNote(world.database, done.id, recordAct(act, undoOf(done)))) return act.id;
  throw notAsLeft();
}
