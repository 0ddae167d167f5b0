import { describe, expect } from 'vitest';
import type { ContractTest } from './suite.ts';

/** What operators ask for. */
export function describeServing(test: ContractTest): void {
  describe('for operators', () => {
    test('it says that it serves, and that it can store', async ({ service }) => {
      for (const path of ['/healthz', '/readyz']) {
        const { status, text } = await service.request('GET', path);
        expect([path, status, text]).toEqual([path, 200, 'ok\n']);
      }
    });

    test('it counts requests and comments in the text format of Prometheus', async ({ service }) => {
      const lines = (await service.request('GET', '/metrics')).text.split('\n');
      expect(lines.at(-1)).toBe('');
      expect(lines).toContain('# TYPE binh_luan_comments gauge');
      expect(
        lines.filter(
          (line) =>
            !/^(# (HELP|TYPE) .+|\w+(\{\w+="[^"]*"(,\w+="[^"]*")*\})? [\d.]+(e[+-]\d+)?|)$/.test(line),
        ),
      ).toEqual([]);
      for (const state of ['pending', 'published', 'rejected', 'spam', 'withdrawn']) {
        expect(lines.filter((line) => line.startsWith(`binh_luan_comments{state="${state}"} `))).toHaveLength(
          1,
        );
      }
    });
  });
}
