/** What a person typed, as it is kept: composed (NFC), no blanks around it, and a single one wherever there are some. */
export function readTyped(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\p{Zs}+/gu, ' ')
    .trim();
}

/** The same text for all that people take for one: whatever its width and case, and without what cannot be seen. */
export function alike(text: string): string {
  const seen = text.normalize('NFKC').replace(/\p{Default_Ignorable_Code_Point}+/gu, '');
  return readTyped(seen.toLowerCase());
}
