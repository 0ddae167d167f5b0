const longest = 60;

/** What somebody gave, for a message: in quotation marks, on one line, and no longer than one reads. */
export function quoted(text: string): string {
  const cut = text.length > longest ? `${text.slice(0, longest).toWellFormed()}…` : text;
  return JSON.stringify(cut).replace(/[\u007f-\u009f\u2028\u2029]/g, '\u{FFFD}');
}
