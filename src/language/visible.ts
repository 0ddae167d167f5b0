/** Whether a reader sees something of the text: fillers are letters, and the empty Braille pattern a sign, to Unicode. */
export function isVisible(text: string): boolean {
  return /[^\p{Cc}\p{Cf}\p{Z}\p{M}\p{Default_Ignorable_Code_Point}\u2800]/u.test(text);
}
