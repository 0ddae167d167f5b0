import { printLearning } from './print.ts';

printLearning();
