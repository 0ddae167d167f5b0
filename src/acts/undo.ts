import { undoChoice } from '../articles/choose.ts';
import { undoMove } from '../articles/undo-move.ts';
import { undoReply } from '../comments/newsroom-reply.ts';
import { undoPick } from '../comments/pick.ts';
import { undoBlock } from '../comments/senders/block.ts';
import { undoHold } from '../comments/senders/hold.ts';
import { undoNote } from '../comments/senders/note.ts';
import type { Role } from '../moderators/moderator.ts';
import { undoImport } from '../moving/undo-import.ts';
import { Problem } from '../problem.ts';
import type { Act } from '../store/acts.ts';
import type { ActWorld } from '../world/world.ts';
import type { By } from './act.ts';
import { saysBefore, undoSettings, undoWords } from './undo-change.ts';

type Undo = (world: ActWorld, act: Act, by: By) => Promise<string>;

const undos: Partial<Record<Act['kind'], Undo>> = {
  move: undoMove,
  import: undoImport,
  reply: undoReply,
  pick: undoPick,
  unpick: undoPick,
  'sender-note': undoNote,
  'sender-hold': undoHold,
  'sender-release': undoHold,
  block: undoBlock,
  unblock: undoBlock,
  'article-set': undoChoice,
  'site-set': undoSettings,
  words: undoWords,
};

/** They say what was there before, but where their site is gone. */
const changes: readonly Act['kind'][] = ['site-set', 'words'];

/** What every moderator of its site does and takes back, as a decision; the rest is for owners. */
const ofModerators: readonly Act['kind'][] = [
  'reply',
  'pick',
  'unpick',
  'sender-note',
  'sender-hold',
  'sender-release',
  'block',
  'unblock',
  'article-set',
];

/** Whether it is for whoever has this role to undo an act, if anybody can. */
export function isUndoneBy(role: Role, { kind }: Act): boolean {
  return role === 'owner' || ofModerators.includes(kind);
}

/** Whether an act is one that can be undone, and nobody did yet. An import that was cut off can be, too. */
function mayUndo(act: Act): boolean {
  const { kind, site, undoneBy, endedAt } = act;
  if (kind === 'import' && site === null) return false;
  if (changes.includes(kind) && !saysBefore(act)) return false;
  return kind in undos && undoneBy === null && (endedAt !== null || kind === 'import');
}

/** Whether whoever has this role may undo it now. */
export function mayBeUndoneBy(role: Role, act: Act): boolean {
  return mayUndo(act) && isUndoneBy(role, act);
}

/** Takes back all that an act did, by an act of its own, whose id it resolves to; throws `conflict` where it cannot. */
export function undoAct(world: ActWorld, act: Act, by: By): Promise<string> {
  const undo = undos[act.kind];
  if (!undo || act.undoneBy !== null) throw notUndone();
  if (!mayUndo(act)) throw act.endedAt === null ? goesOn() : notUndone();
  return undo(world, act, by);
}

function notUndone(): Problem {
  return new Problem('conflict', {
    vi: 'Việc này không hoàn tác được, hoặc đã được hoàn tác.',
    en: 'This cannot be undone, or was undone already.',
  });
}

function goesOn(): Problem {
  return new Problem('conflict', {
    vi: 'Việc này chưa xong. Vui lòng thử lại sau ít giây.',
    en: 'This is not done yet. Please try again in a few seconds.',
  });
}
