// The report page works without this file; with it, the host page makes room for it, and it is in sight.
import { tellHeight } from './height.ts';

const page = document.querySelector('.frame');
if (page) tellHeight(page);
const first =
  document.querySelector<HTMLElement>('#failure, [aria-invalid] input, textarea[aria-invalid]') ??
  document.querySelector('h1');
first?.focus();
