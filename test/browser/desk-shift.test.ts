import { startDesk } from '../support/desk.ts';
import { describeShift } from './desk-shift.ts';

describeShift(startDesk);
