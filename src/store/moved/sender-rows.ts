import type { Report } from '../../comments/comment.ts';

/** What a moderator noted of a sender. */
export interface MovedNote {
  id: string;
  site: string;
  sender: string;
  moderator: string;
  text: string;
  createdAt: number;
}

/** That all of a sender waits for a moderator. */
export interface MovedHold {
  id: string;
  site: string;
  sender: string;
  moderator: string;
  reason: string;
  createdAt: number;
  releasedBy: string | null;
}

/** What a reader said of a comment that should be looked at. */
export interface MovedReport {
  comment: string;
  sender: string;
  reason: Report['reason'];
  details: string;
  settledBy: string | null;
  createdAt: number;
}
