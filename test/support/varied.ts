const words =
  'đường mới qua bản cầu chợ phiên lúa chín sông suối nghề dệt trẻ em trường lớp thầy cô bệnh viện làng phố'.split(
    ' ',
  );

/** A text for each number, so unlike those of the others that none is held for it. */
export function textOf(n: number): string {
  let seed = n * 7919 + 13;
  const drawn = Array.from({ length: 14 }, () => {
    seed = (seed * 1_103_515_245 + 12_345) % 2_147_483_648;
    return words[seed % words.length];
  });
  return `Ý kiến số ${n}: ${drawn.join(' ')}.`;
}
