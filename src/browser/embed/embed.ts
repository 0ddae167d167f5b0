// Frames the comments.
import { frameIn } from './frame.ts';
import { safely } from './safely.ts';

const embedAll = safely(() => {
  document.querySelectorAll<HTMLElement>('[data-binh-luan]:not([data-binh-luan=framed])').forEach(frameIn);
});

embedAll();
addEventListener('DOMContentLoaded', embedAll);
