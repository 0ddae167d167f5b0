import { test } from 'vitest';
import { expectAllTold } from '../support/killed-while-telling.ts';
import { newFolder } from '../support/new-folder.ts';

test('killed at sixty moments while it tells, it tells all that happened, and again only under the same id', async () => {
  await expectAllTold(newFolder(), 60);
});
