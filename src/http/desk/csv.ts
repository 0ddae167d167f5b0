/** Begins a file, so that table programs read what follows as UTF-8. */
export const byteOrderMark = '\uFEFF';

/** A line of CSV (RFC 4180) with its end. */
export function toLine(cells: readonly string[]): string {
  return `${cells.map(toCell).join(',')}\r\n`;
}

/** What a table program would compute as a formula is led by an apostrophe, so that it stays text. */
function toCell(text: string): string {
  const plain = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\r\n]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
