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
