export { writeNumbers } from '../../src/service/numbers.ts';
