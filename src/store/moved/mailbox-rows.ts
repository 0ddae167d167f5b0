/** When a mailbox, by its hash, was last asked whether it wants letters, and when it said no to all. */
export interface MovedMailbox {
  mailbox: string;
  askedAt: number;
  refusedAt: number | null;
}

/** What was said at a mailbox to the letters of a site. */
export interface MovedAnswer {
  site: string;
  mailbox: string;
  answer: 'yes' | 'no';
  answeredAt: number;
}
