export { default } from './package/workers.ts';
