// All that only who goes on reading needs, in one file for browsers.
export { like, showLiked } from './like.ts';
export { forgetOwn, keepOwn, showOwn } from './own/own.ts';
export { askWithdraw, keepComment, withdraw } from './own/withdraw.ts';
export { share } from './share.ts';
export { show, showComment } from './show.ts';
export { follow } from './thread.ts';
