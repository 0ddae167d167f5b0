import { createApp } from './package/workers.ts';
import type { Bindings } from './service/bound.ts';

export default createApp((bindings: Bindings) => bindings);
