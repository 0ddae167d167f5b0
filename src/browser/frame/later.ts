// What is loaded once it is needed: only who writes needs the first three, and who goes on reading the fourth.

export const captcha = () => import('./captcha.ts');
export const drafts = () => import('./draft.ts');
export const clearing = () => import('./clear.ts');
export const thread = () => import('./thread.ts');
/** Only where the page around has a font of its own. */
export const font = () => import('./look/font.ts');
