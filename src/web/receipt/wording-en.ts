import type { ReceiptWording } from './wording.ts';

export const receiptEn: ReceiptWording = {
  following: 'following a comment',
  states: {
    pending: {
      title: 'Your comment is waiting for a moderator',
      more: 'Thank you. It will appear once a moderator has read it and agrees to publish it.',
    },
    published: { title: 'Your comment is published', more: 'Thank you for sharing your view.' },
    rejected: {
      title: 'We are sorry, your comment was not published',
      more: 'A moderator has read it and decided not to publish it.',
    },
    spam: {
      title: 'We are sorry, your comment was not published',
      more: 'It was taken for advertising or bulk posting.',
    },
    withdrawn: { title: 'You have withdrawn this comment', more: 'Readers no longer see it.' },
  },
  appealed: {
    pending: {
      title: 'Your comment will be looked at again',
      more: 'We have your request. A moderator will read the comment again and decide once more.',
    },
    refused: {
      title: 'We are sorry, your comment is still not published',
      more: 'As you asked, a moderator has read it again, and has again decided not to publish it.',
    },
  },
  see: 'See the comment under the article',

  steps: {
    title: 'Steps of the comment',
    received: 'Received',
    waits: 'Waiting for a moderator',
    comeBack: 'You can close this page and come back later.',
    toCome: 'Published under the article',
    resultHere: 'You will see the result on this page.',
    checked: 'Checked automatically',
    read: 'Read by a moderator',
    published: 'Published under the article',
    refused: 'Not published',
    refusedBefore: 'Not published at first',
    appealed: 'You asked for another look',
    waitsAgain: 'Waiting for a moderator to read it again',
    readAgain: 'Read again by a moderator',
    stillRefused: 'Still not published',
    withdrawn: 'Withdrawn by you',
    erased: 'Erased for good by you',
  },
  reason: 'Reason',

  mayAppeal: 'Do you think that this decision is not right?',
  appealWhy: 'Tell us why someone should look again',
  appealHint: 'At most 1,000 characters. Only moderators read it. You can ask once for each comment.',
  askAgain: 'Ask for another look',
  yourAppeal: 'What you said when you asked for another look',

  yourComment: 'Your comment',
  editedBefore: 'A moderator changed a few words before publishing it.',
  edited: 'A moderator changed a few words.',
  original: 'As you sent it',
  sentTo: 'Sent to the article',
  toArticle: 'Back to the page of the article',

  keep: 'Keep the address of this page',
  address: 'Address to follow the comment',
  secret: 'Whoever has it can see, withdraw and erase the comment, so please do not share it.',
  copy: 'Copy',
  copied: 'The address is copied.',

  yourData: 'Your data',
  download: 'Download a copy of the data',
  downloadHint: 'A JSON file of all that is kept of this comment and of you.',

  changedMind: 'Have you changed your mind?',
  withdraw: 'Withdraw the comment',
  withdrawing:
    'A withdrawn comment will not be published, and cannot be brought back. To erase it for good takes your name, your words and your e-mail too. You will be asked once more.',
  erasing:
    'You can erase your name, your words and your e-mail in this comment. You will be asked once more.',
  sureToWithdraw: 'Withdraw this comment?',
  withdrawn: 'A withdrawn comment will not be published, and cannot be brought back.',

  erase: 'Erase for good',
  sureToErase: 'Erase this comment for good?',
  whatIsErased: [
    'The comment is withdrawn at once, and readers no longer see it.',
    'Your name, words and e-mail are erased; nobody can bring them back, nor can we.',
    'Only where readers have reported the comment are your name and words kept for the moderators, and for them alone, until they have settled it, for 30 days at most.',
    'The hash of your network address is erased when its time is over, as it is for every comment.',
    'Replies by other readers stay, without your words.',
  ],
  erased: {
    title: 'You have erased this comment for good',
    more: 'Readers no longer see your name and your words in this comment, as you asked.',
  },
  back: 'Go back',
};
