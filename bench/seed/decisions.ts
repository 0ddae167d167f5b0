import type { SeededComment } from './comment.ts';
import type { Dice } from './dice.ts';
import { linesOf } from './fill.ts';

export type Action = 'publish' | 'reject' | 'spam';
export type Lesson = Action | null;

/** One comment of a decision, as `decided_comments` keeps it. */
export interface Moved {
  commentId: string;
  from: 'pending' | 'published' | 'rejected' | 'spam';
  to: 'published' | 'rejected' | 'spam';
  version: number;
  fromLesson: Lesson;
  toLesson: Lesson;
}

export interface SeededDecision {
  id: string;
  moderatorId: string;
  action: Action;
  reason: string | null;
  createdAt: number;
  moved: Moved[];
}

const actionFor = { published: 'publish', rejected: 'reject', spam: 'spam' } as const;
const reasons = linesOf('reject');
const minuteMs = 60_000;

/** Who decided what: most comments on their own, some many at once, a few twice. */
export class DecisionBook {
  private readonly open = new Map<Action, { decision: SeededDecision; size: number }>();
  private readonly moderators: readonly string[];
  private readonly until: number;
  private readonly dice: Dice;

  constructor(moderators: readonly string[], until: number, dice: Dice) {
    this.moderators = moderators;
    this.until = until;
    this.dice = dice;
  }

  /** The decisions that a comment of this state must have had, as far as they are complete. */
  decide({ id, state, version, createdAt }: SeededComment): SeededDecision[] {
    if (state === 'pending') return [];
    const action = actionFor[state];
    const moved = { commentId: id, from: 'pending', to: state, version: 2 } as const;
    const first = { ...moved, fromLesson: null, toLesson: action };
    if (version === 3) return this.decideTwice(first, createdAt);
    if (this.dice.chance(0.15)) return this.collect(action, first, createdAt);
    return [this.take(action, [first], this.soonAfter(createdAt))];
  }

  /** What was still being collected. */
  close(): SeededDecision[] {
    const left = [...this.open.values()].map(({ decision }) => decision);
    this.open.clear();
    return left;
  }

  private decideTwice(last: Moved, createdAt: number): SeededDecision[] {
    const before = last.to === 'published' ? 'rejected' : 'published';
    const changed = { from: before, fromLesson: actionFor[before], version: 3 } as const;
    const at = this.soonAfter(createdAt);
    return [
      this.take(actionFor[before], [{ ...last, to: before, toLesson: actionFor[before] }], at),
      this.take(actionFor[last.to], [{ ...last, ...changed }], this.soonAfter(at)),
    ];
  }

  private collect(action: Action, moved: Moved, createdAt: number): SeededDecision[] {
    const collected = this.open.get(action) ?? {
      decision: this.take(action, [], 0),
      size: 2 + this.dice.below(40),
    };
    const { decision, size } = collected;
    decision.moved.push(moved);
    decision.createdAt = Math.max(decision.createdAt, this.soonAfter(createdAt));
    this.open.set(action, collected);
    if (decision.moved.length < size) return [];
    this.open.delete(action);
    return [decision];
  }

  private take(action: Action, moved: Moved[], createdAt: number): SeededDecision {
    const { dice } = this;
    const reason = action === 'reject' && dice.chance(0.8) ? dice.pick(reasons) : null;
    return {
      id: dice.idAt(createdAt),
      moderatorId: dice.pick(this.moderators),
      action,
      reason,
      createdAt,
      moved,
    };
  }

  /** Mostly within the hour, at times only the next morning, never after now. */
  private soonAfter(at: number): number {
    const wait = this.dice.wait(this.dice.chance(0.85) ? 24 * minuteMs : 320 * minuteMs);
    return Math.floor(Math.min(at + 20_000 + wait, at + (this.until - at) * this.dice.between(0.2, 1)));
  }
}
