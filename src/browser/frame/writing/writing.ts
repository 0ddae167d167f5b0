// All that only who writes needs, in one file for browsers.
export * from './captcha.ts';
export { clear, restore, stopAsking } from './clear.ts';
export { fillDraft, noteTyped } from './draft.ts';
export { report } from './report.ts';
export { send } from './send.ts';
export { cancel, openReply, openReport, restoreDrafts } from './within.ts';
