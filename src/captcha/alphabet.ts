/** None is taken for another, and none is rewritten by a Vietnamese input method: no vowel, no W, no D. */
export const alphabet = 'CHJLMPTVX2346789';
export const answerLength = 5;
