// What is loaded once it is needed: only who writes needs the first two, and who goes on reading the third.

export const captcha = () => import('./captcha.ts');
export const drafts = () => import('./draft.ts');
export const thread = () => import('./thread.ts');
