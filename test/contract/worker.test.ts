import { startWorker } from '../support/worker-process.ts';
import { describeContract } from './suite.ts';

describeContract('on Workers', startWorker);
