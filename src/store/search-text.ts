/** What the index of words keeps of a comment: as it was written, and without its marks. */
export function searchText(author: string, body: string): { written: string; bare: string } {
  const written = `${author} ${body}`.normalize('NFC').toLowerCase();
  return { written, bare: withoutMarks(written) };
}

export function withoutMarks(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').replaceAll('đ', 'd').normalize('NFC');
}
