import { histogram } from '../../world/metrics.ts';
import type { Commit } from './writing.ts';

const time = histogram('binh_luan_commit_duration_seconds', 'How long a commit took, before its sync.', {
  bounds: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
});
const size = histogram('binh_luan_commit_writes', 'How many writes were stored by one commit.', {
  bounds: [1, 2, 4, 8, 16, 32, 64, 128, 256],
});

export function noteCommit({ writes, seconds }: Commit): void {
  time(seconds, {});
  size(writes, {});
}
