import { startDeskOnWorkers } from '../support/desk.ts';
import { describeShift } from './desk-shift.ts';

describeShift(startDeskOnWorkers);
