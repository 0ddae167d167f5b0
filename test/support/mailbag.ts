import type { Mail } from '../../src/notices/channels/mail.ts';

/** How mail leaves in a test, and what came of it so far. */
export interface Mailbag {
  mail: Mail;
  received: () => Received[];
}

/** A letter as its reader's program has it. */
export interface Received {
  from: string;
  name: string;
  to: string;
  subject: string;
  text: string;
  html: string;
  /** Where one click ends such letters, and what is said there. */
  unsubscribe: string;
  oneClick: string;
}
