import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { build, StorageFailure } from '../../../src/store/database.ts';
import { takeLeftOver } from '../../../src/store/queue/decision-steps.ts';
import { startService } from '../../support/service.ts';
import { stepping } from '../../support/stepping.ts';

type Desk = Awaited<ReturnType<typeof startDesk>>;

const many = 10;

/** A desk with comments that wait, so many that two at once take some steps. */
async function startDesk() {
  const service = await startService();
  await service.setSite({ captcha: 'off', pace: 'off', learning: 'off' });
  const comments: { id: string; receipt: string }[] = [];
  for (let count = 0; count < many; count += 1) {
    service.clock.now += 1000;
    comments.push((await service.send({ body: `Ý kiến riêng số ${count}.` })).body);
  }
  const { database } = service.deps;
  const json = service.json;
  return {
    service,
    comments,
    database,
    lan: await service.addModerator('Lan'),
    minh: await service.addModerator('Minh'),
    /** One request for which each step waits for what happens before it. */
    async slowly(
      before: (step: number) => Promise<void>,
      [method, path, body, who]: Parameters<typeof json>,
    ) {
      service.deps.database = stepping(database, before);
      const answer = await json(method, path, body, who);
      service.deps.database = database;
      return answer;
    },
  };
}

const everything = { filter: { state: 'pending' }, expected: many };

/** Each comment's state with how many there are, as the rows have it; rejects where a counter says otherwise. */
async function statesOf({ database }: Desk): Promise<Record<string, number>> {
  const ask = async (text: string) => {
    const rows = await database.query(sql<{ state: string; count: number }>`${sql.raw(text)}`.compile(build));
    return Object.fromEntries(rows.map(({ state, count }) => [state, count]));
  };
  const states = await ask('select state, count(*) as count from comments group by state order by state');
  for (const table of ['site_counts', 'hourly_counts']) {
    const names = Object.keys(states);
    const sums = names.map((name) => `select '${name}' as state, sum(${name}) as count from ${table}`);
    expect(await ask(sums.join(' union all '))).toEqual(states);
  }
  return states;
}

async function rowsIn({ database }: Desk, table: string): Promise<number> {
  const [row] = await database.query(
    sql<{ count: number }>`select count(*) as count from ${sql.table(table)}`.compile(build),
  );
  return row?.count ?? Number.NaN;
}

/** Before each step: two that note the comments, eight at once; one that stores the decision; five that move them. */
const moments = Array.from({ length: 8 }, (_, step) => step);

function killedAt(moment: number) {
  return async (step: number) => {
    if (step >= moment) throw new StorageFailure('killed');
  };
}

function onceAt(moment: number, act: () => Promise<unknown>) {
  return async (step: number) => {
    if (step === moment) await act();
  };
}

async function bringToEnd({ database }: Desk): Promise<void> {
  await takeLeftOver(database, Number.MAX_SAFE_INTEGER);
}

test('a decision that is cut off at any step is of all comments or of none, and so is its undoing', async () => {
  const desk = await startDesk();
  const ends = new Set<string>();
  const cutOff = async (moment: number, method: string, path: string, body?: object) => {
    desk.service.clock.now += 1000;
    const { status } = await desk.slowly(killedAt(moment), [method, path, body, desk.lan]);
    await bringToEnd(desk);
    const states = await statesOf(desk);
    expect([{ pending: many }, { rejected: many }]).toContainEqual(states);
    ends.add(`${method} ${status}: ${Object.keys(states)}`);
  };
  for (const moment of [...moments, 8, 9]) {
    for (const ask of [async () => everything, async () => ({ comments: await listVersions(desk) })]) {
      await cutOff(moment, 'POST', '/api/v1/decisions', { action: 'reject', ...(await ask()) });
      if (!(await statesOf(desk)).rejected) continue;
      await cutOff(moment, 'DELETE', await newestDecision(desk));
      if ((await statesOf(desk)).rejected)
        await desk.service.json('DELETE', await newestDecision(desk), undefined, desk.lan);
    }
  }
  expect([...ends].sort()).toEqual([
    'DELETE 200: pending',
    'DELETE 503: pending',
    'DELETE 503: rejected',
    'POST 201: rejected',
    'POST 503: pending',
    'POST 503: rejected',
  ]);
  expect([await rowsIn(desk, 'decision_steps'), await statesOf(desk)]).toEqual([0, { pending: many }]);
});

async function newestDecision({ service, lan }: Desk): Promise<string> {
  const log = await service.json('GET', '/api/v1/decisions', undefined, lan);
  return `/api/v1/decisions/${log.body.decisions[0].id}`;
}

function listVersions({ database }: Desk) {
  return database.query(build.selectFrom('comments').select(['id', 'version']).compile());
}

test('whoever decides one of many that are being decided comes first or is told who did', async () => {
  const seen = new Set<string>();
  for (const moment of moments) {
    const desk = await startDesk();
    const { service, comments, lan, minh } = desk;
    const { id = '' } = comments.at(-1) ?? {};
    const single = { action: 'publish', comments: [{ id, version: 1 }] };
    let other: { status: number; body: { results: unknown[] } } | undefined;
    const meanwhile = onceAt(moment, async () => {
      other = await service.json('POST', '/api/v1/decisions', single, minh);
    });
    const body = { action: 'spam', ...everything };
    const bulk = await desk.slowly(meanwhile, ['POST', '/api/v1/decisions', body, lan]);
    seen.add(`${bulk.status} ${other?.status}`);
    const isFirst = bulk.status === 201;
    expect(await statesOf(desk)).toEqual(isFirst ? { spam: many } : { pending: many - 1, published: 1 });
    if (!isFirst || !other) continue;
    expect(other.body.results).toEqual([{ id, outcome: 'conflict', state: 'spam', version: 2 }]);
    const changes = await service.json(
      'GET',
      `/api/v1/queue/changes?since=${since}&ids=${id}`,
      undefined,
      minh,
    );
    expect(changes.body.comments[0]).toMatchObject({ state: 'spam', decidedBy: 'Lan' });
  }
  expect([...seen].sort()).toEqual(['201 409', '409 201']);
});

test('whoever takes the next comment while many are decided gets none that is decided', async () => {
  const given = new Set<string>();
  for (const moment of moments) {
    const desk = await startDesk();
    const { service, lan, minh } = desk;
    const meanwhile = onceAt(moment, async () => {
      const next = await service.json('POST', '/api/v1/claims', { state: 'pending' }, minh);
      given.add(`${await rowsIn(desk, 'decisions')} decided, ${next.body.id === null ? 'none' : 'one'} next`);
    });
    await desk.slowly(meanwhile, ['POST', '/api/v1/decisions', { action: 'reject', ...everything }, lan]);
  }
  expect([...given].sort()).toEqual(['0 decided, one next', '1 decided, none next']);
});

const since = '2026-01-01T00:00:00Z';

const meanwhile: { what: string; act: (desk: Desk) => Promise<unknown>; states: object }[] = [
  {
    what: 'a comment that its author withdraws',
    act: ({ service, comments }) => service.json('DELETE', `/api/v1/receipts/${comments.at(-1)?.receipt}`),
    states: { published: many - 1, withdrawn: 1 },
  },
  {
    what: 'a new comment that matches',
    act: ({ service }) => service.send({ body: 'Ý kiến đến sau.' }),
    states: { published: many, pending: 1 },
  },
  {
    what: 'a report of what is published by then',
    act: ({ service, comments }) =>
      service.json('POST', `/api/v1/sites/demo/comments/${comments.at(-1)?.id}/reports`, { reason: 'spam' }),
    states: { published: many },
  },
  {
    what: 'an edit of what waits no longer',
    act: ({ service, comments, minh }) =>
      service.json(
        'PUT',
        `/api/v1/comments/${comments.at(-1)?.id}`,
        { version: 1, author: 'Hòa', body: 'Đã sửa.' },
        minh,
      ),
    states: { published: many },
  },
];

test.each(meanwhile)(
  '$what while many are decided finds it undecided or decided',
  async ({ act, states }) => {
    let isDecided = false;
    for (const moment of moments) {
      const desk = await startDesk();
      const asked = { action: 'publish', ...everything };
      const before = onceAt(moment, () => act(desk));
      const { status } = await desk.slowly(before, ['POST', '/api/v1/decisions', asked, desk.lan]);
      const reached = await statesOf(desk);
      if (status === 201) expect(reached).toEqual(states);
      else expect([status, reached.published]).toEqual([409, undefined]);
      isDecided ||= status === 201;
    }
    expect(isDecided).toBe(true);
  },
);

test('of two who decide many of the same at once, one does, and the other nothing', async () => {
  for (const moment of moments) {
    const desk = await startDesk();
    const { service, lan, minh } = desk;
    const post = (action: string, who: Record<string, string>) =>
      service.json('POST', '/api/v1/decisions', { action, ...everything }, who);
    let other: { status: number } | undefined;
    const before = onceAt(moment, async () => {
      other = await post('publish', minh);
    });
    const bulk = await desk.slowly(before, [
      'POST',
      '/api/v1/decisions',
      { action: 'reject', ...everything },
      lan,
    ]);
    const winners = [bulk, other].filter((answer) => answer?.status === 201);
    expect(winners).toHaveLength(1);
    expect(await statesOf(desk)).toEqual(bulk.status === 201 ? { rejected: many } : { published: many });
    expect(await rowsIn(desk, 'decisions')).toBe(1);
  }
});

test('a decision that is undone while it is on its way is undone of all comments', async () => {
  for (const moment of moments) {
    const desk = await startDesk();
    const { service, lan, minh } = desk;
    let undone: { body: { results: { outcome: string }[] } } | undefined;
    const before = onceAt(moment, async () => {
      const log = await service.json('GET', '/api/v1/decisions', undefined, minh);
      const id = log.body.decisions[0]?.id;
      if (id) undone = await service.json('DELETE', `/api/v1/decisions/${id}`, undefined, minh);
    });
    await desk.slowly(before, ['POST', '/api/v1/decisions', { action: 'reject', ...everything }, lan]);
    expect(undone?.body.results.filter(({ outcome }) => outcome === 'done').length ?? many).toBe(many);
    expect(await statesOf(desk)).toEqual(undone ? { pending: many } : { rejected: many });
  }
});
