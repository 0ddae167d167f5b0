import { describe, expect, test as plainTest } from 'vitest';
import { describeCaptcha } from './captcha.ts';
import { describeDecisions } from './decisions.ts';
import { describeDocuments } from './documents.ts';
import { describeFilter } from './filter.ts';
import { describeFrame } from './frame.ts';
import { describeIdempotency } from './idempotency.ts';
import { describeIdentity } from './identity.ts';
import { describeLog } from './log.ts';
import { describeOrigins } from './origins.ts';
import { describeOwners } from './owners.ts';
import { describePages } from './pages.ts';
import { describeQueue } from './queue.ts';
import { describeReading } from './reading.ts';
import { describeReceipts } from './receipts.ts';
import { describeSending } from './sending.ts';
import { openService, type Started } from './service.ts';
import { describeServing } from './serving.ts';
import { describeSessions } from './sessions.ts';
import { describeStrangers } from './strangers.ts';
import { describeWebhooks } from './webhooks.ts';

export type ContractTest = ReturnType<typeof contractTest>;

/** The contract as tests over HTTP alone, of one service that is started for all of them. */
export function describeContract(runtime: string, start: () => Promise<Started>): void {
  const test = contractTest(start);
  describe(runtime, () => {
    for (const describePart of parts) describePart(test);
    test('every kind of answer is the one that the other runtime gives', async ({ service }) => {
      await expect(service.answers.toString()).toMatchFileSnapshot('answers.json');
    });
  });
}

/** Started by the first test that asks for it, and stopped after the last. */
function contractTest(start: () => Promise<Started>) {
  return plainTest
    .extend('runtime', { scope: 'file' }, { start })
    .extend('service', { scope: 'file' }, async ({ runtime }, { onCleanup }) => {
      const started = await runtime.start();
      onCleanup(() => started.stop());
      return openService(started);
    });
}

const parts = [
  describePages,
  describeFrame,
  describeCaptcha,
  describeSending,
  describeIdempotency,
  describeReading,
  describeOrigins,
  describeReceipts,
  describeIdentity,
  describeSessions,
  describeStrangers,
  describeOwners,
  describeWebhooks,
  describeQueue,
  describeDecisions,
  describeLog,
  describeFilter,
  describeDocuments,
  describeServing,
];
