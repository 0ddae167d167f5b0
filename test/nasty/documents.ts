const deep = (open: string, close: string, levels: number) => open.repeat(levels) + close.repeat(levels);

/** Bodies that are no JSON. */
export const notJson: readonly (string | Uint8Array<ArrayBuffer>)[] = [
  '',
  ' ',
  '\0',
  '{',
  '}',
  '[',
  '{"author":',
  '{"author":"Hoa"',
  '{"author":"Hoa",}',
  '[1,2,]',
  '{author:"Hoa"}',
  "{'author':'Hoa'}",
  '{"author":"Hoa"} {"author":"Lan"}',
  '{"author":"Hoa"}garbage',
  '{"author":"H\noa"}',
  '{"author":"\\x41"}',
  '{"author":"\\u12"}',
  '{"a":01}',
  '{"a":+1}',
  '{"a":.5}',
  '{"a":1.}',
  '{"a":0x10}',
  '{"a":NaN}',
  '{"a":Infinity}',
  '{"a":undefined}',
  '{"a":1 // comment\n}',
  '/* comment */ {}',
  'nul',
  'True',
  '"open',
  'author=Hoa&body=x',
  '<author>Hoa</author>',
  deep('[', '', 60_000),
  deep('{"a":', '', 12_000),
  bytes('{"author":"Hoa"}', 'utf-16'),
  new Uint8Array([0xff, 0xfe, 0x00, 0xd8]),
  new Uint8Array([0x1f, 0x8b, 0x08, 0x00, 0x00]),
  new Uint8Array(1000),
];

/** Bodies that are JSON, and not of a shape that anything asks for. */
export const otherJson: readonly string[] = [
  'null',
  'true',
  '0',
  '-0',
  '1e999',
  '123456789012345678901234567890',
  '"text"',
  '[]',
  '{}',
  '[[]]',
  '[{}]',
  '{"":""}',
  '\ufeff{}',
  '{"length":1e9}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  '{"toString":"x","valueOf":1,"then":"y","toJSON":2,"hasOwnProperty":3}',
  '{"\\u0000":"\\u0000"}',
  '{"\\ud800":"\\udfff"}',
  deep('[', ']', 30_000),
  `${deep('{"a":', '', 9000)}1${'}'.repeat(9000)}`,
  `{"comments":${deep('[', ']', 20_000)}}`,
  `[${'{},'.repeat(15_000)}{}]`,
  `{${Array.from({ length: 5000 }, (_, index) => `"k${index}":1`).join()}}`,
];

/** Larger than anything is read. */
export const tooLarge: readonly string[] = [
  deep('[', ']', 100_000),
  `{"body":"${'x'.repeat(70_000)}"}`,
  ' '.repeat(70_000),
];

/** What may stand where a text, a number or a list is asked for. */
export const values: readonly string[] = [
  'null',
  'true',
  'false',
  '0',
  '-1',
  '1.5',
  '1e400',
  '9007199254740993',
  '""',
  '"\\ud83d"',
  '"\\u0000"',
  '[]',
  '["x"]',
  '[null]',
  '{}',
  '{"length":5}',
  '{"toString":null}',
  '{"__proto__":{"polluted":1}}',
  '{"constructor":{"prototype":{"polluted":1}}}',
  deep('[', ']', 9000),
  `${deep('{"a":', '', 5000)}1${'}'.repeat(5000)}`,
];

function bytes(text: string, _encoding: 'utf-16'): Uint8Array<ArrayBuffer> {
  const units = [0xfeff, ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return new Uint8Array(units.flatMap((unit) => [unit & 255, unit >> 8]));
}

/**
 * The same object with one more member, or another value for one that it has; the last of two counts. Of a list it is
 * the only element.
 */
export function withMember(object: object, path: readonly string[], value: string): string {
  const [name = '', ...rest] = path;
  const inner: unknown = Reflect.get(object, name);
  const nested = typeof inner === 'object' && inner !== null ? inner : {};
  const written = rest.length === 0 ? value : withMember(nested, rest, value);
  if (Array.isArray(object)) return `[${written}]`;
  const others = Object.entries(object).map(
    ([key, other]) => `${JSON.stringify(key)}:${JSON.stringify(other)}`,
  );
  return `{${[...others, `${JSON.stringify(name)}:${written}`].join()}}`;
}
