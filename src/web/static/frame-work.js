// A worker that finds the key which a challenge asks for.
import { deriveKey } from './altcha/algorithms/web/pbkdf2.js';
import { handler } from './altcha/workers/shared.js';

handler({ deriveKey });
