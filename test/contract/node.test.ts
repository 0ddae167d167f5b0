import { startProcess } from '../support/process.ts';
import { describeContract } from './suite.ts';

describeContract('on Node', () => startProcess());
