import { expect, test } from 'vitest';
import { reachOf, valuesOf } from '../../src/moderators/oidc/reach.ts';

const grants = {
  owners: [
    { value: 'chief', sites: [] },
    { value: 'head-a', sites: ['a'] },
  ],
  moderators: [
    { value: 'desk', sites: ['a', 'b'] },
    { value: 'all', sites: [] },
    { value: 'gone', sites: ['x'] },
  ],
};
const served = ['a', 'b', 'c'];

test('groups add up, an owner’s come first, and a site that is not served opens nothing', () => {
  const cases: [string[], ReturnType<typeof reachOf>][] = [
    [[], undefined],
    [['other', 'Desk', 'desk '], undefined],
    [['gone'], undefined],
    [['desk'], { role: 'moderator', sites: ['a', 'b'] }],
    [['desk', 'gone'], { role: 'moderator', sites: ['a', 'b'] }],
    [['desk', 'all'], { role: 'moderator', sites: [] }],
    [['all', 'head-a'], { role: 'owner', sites: ['a'] }],
    [['head-a', 'chief'], { role: 'owner', sites: [] }],
  ];
  for (const [values, reach] of cases)
    expect([values, reachOf(grants, values, served)]).toEqual([values, reach]);
});

test('a claim is one value or a list, by its whole name or by a path of names', () => {
  expect(valuesOf({ groups: ['a', 1, 'b'] }, 'groups')).toEqual(['a', 'b']);
  expect(valuesOf({ role: 'chief' }, 'role')).toEqual(['chief']);
  expect(valuesOf({ 'https://bao.example/roles': ['a'] }, 'https://bao.example/roles')).toEqual(['a']);
  expect(valuesOf({ realm_access: { roles: ['a'] } }, 'realm_access.roles')).toEqual(['a']);
  for (const claims of [{}, { groups: null }, { groups: { a: true } }])
    expect(valuesOf(claims, 'groups')).toBeUndefined();
  expect(valuesOf({}, 'constructor.name')).toBeUndefined();
});
