/** What a look found; where it is not all well, with what to do. */
export interface Found {
  check: string;
  level: 'ok' | 'warning' | 'wrong';
  says: string;
  todo?: string;
}

/** The ways to say what one look found. */
export function finds(check: string) {
  return {
    ok: (says: string): Found => ({ check, level: 'ok', says }),
    warning: (says: string, todo: string): Found => ({ check, level: 'warning', says, todo }),
    wrong: (says: string, todo: string): Found => ({ check, level: 'wrong', says, todo }),
  };
}

/** Why something failed, in one line: what the system says, where it is of that. */
export function causeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  const { code, message } = cause as Partial<NodeJS.ErrnoException>;
  return String(message || code || cause).replaceAll(/\s*\n\s*/g, ' ');
}
