import type { siteVi } from './site-wording-vi.ts';

export const siteEn: typeof siteVi = {
  groups: {
    site: 'Site',
    publishing: 'Moderating and publishing',
    robots: 'Against machines',
    conversation: 'The conversation',
    identity: 'Readers who have signed in',
    privacy: 'Privacy',
    alerts: 'Waiting too long',
    judge: 'Outside judge',
  },
  settings: {
    name: ['Name', 'What readers and moderators call it.'],
    language: ['Language of the comments', 'The one that readers see.'],
    origins: [
      'Addresses of the site',
      'One on each line, such as https://bao.example. Only these may frame the comments and read the API.',
    ],
    'newsroom-name': [
      'Name of the newsroom',
      'Where it answers readers itself. A comment of a reader who takes it waits.',
    ],
    'reserved-names': [
      'Reserved names',
      'One on each line. A comment by somebody of such a name always waits; so it does for the name of the site, those of its moderators, and such as “Editor” or “Admin”.',
    ],
    'article-query': [
      'Parameters that tell articles apart',
      'One on each line, such as id where /tin?id=1 and /tin?id=2 are two articles. Empty where the path alone tells them apart.',
    ],
    moderation: ['When to publish', 'A comment that a rule holds always waits for a moderator.'],
    'trusted-after': [
      'Trusted after so many published comments',
      'For readers who have signed in, within the days that senders are kept. One refusal ends it.',
    ],
    'first-held': [
      'First comments that always wait',
      'Of everybody, also where comments are published at once. 0 holds none.',
    ],
    'reject-reasons': [
      'Reasons for rejecting',
      'One on each line, 20 at most. Moderators choose from them when they reject, and the sender reads it.',
    ],
    learning: [
      'The filter learns from decisions',
      'From decisions on this site alone, and on your server alone.',
    ],
    'hold-abuse-at': [
      'Hold where abuse is as likely as',
      '0 to 1. A smaller number holds more; 1 leaves it to the other rules.',
    ],
    'hold-spam-at': [
      'Hold where spam is as likely as',
      '0 to 1. A smaller number holds more; 1 leaves it to the other rules.',
    ],
    'hold-share': [
      'Always hold this many per cent, the riskiest',
      'Of this site’s latest 1,000 comments, once there are 100. 0 holds none for that.',
    ],
    swearing: [
      'Swearing that attacks nobody',
      'Such as “fucking great”. What hits somebody, obscenities and what is disguised are always held.',
    ],
    captcha: ['Captcha', 'A puzzle before sending, against machines that send in masses.'],
    'work-held': [
      'A comment that the device confirmed',
      'Where comments are published at once: whether the work of a device is trusted as the picture is.',
    ],
    pace: ['Limit the pace of each sender', 'For each network address: 10 comments a minute, 60 an hour.'],
    'article-per-hour': ['Comments an hour for one article', 'Whoever sends them. 0 is without limit.'],
    'site-per-hour': ['Comments an hour for the whole site', 'Whoever sends them. 0 is without limit.'],
    'max-length': ['Longest comment', 'In characters, 1 to 10,000.'],
    'close-after-days': [
      'Days that an article takes comments',
      'Counted from when the site announced it, else from its first published comment. 0 is never to close by itself.',
    ],
    'retention-days': [
      'Days that traces of senders are kept',
      'E-mail addresses and hashes of network addresses are erased after as many days, 1 to 3,650. What a sender sent before is known for no longer.',
    ],
    'acts-retention-days': [
      'Days that the log is kept',
      'What moderators and owners did goes from the log after as many days, 1 to 36,500. A decision stays as long as its comment.',
    ],
    'alert-waiting-count': [
      'Comments that may wait long',
      'Where more do, the desk and the channels say so, at most once an hour.',
    ],
    'alert-waiting-minutes': ['Minutes that are too long', '0 is never to say so.'],
    'reply-depth': ['Readers reply to each other', 'A reply stands under its comment, the oldest first.'],
    likes: ['Likes', 'Each reader may like a comment once, without an account.'],
    notice: [
      'Notice about personal data',
      'Up to 2,000 characters: who keeps what readers send, why, how long, and whom to ask. Left empty, readers are told what this service keeps.',
    ],
    identity: [
      'Accounts of the publication',
      'The publication signs who its signed-in readers are, with a key for known readers: they give no name and meet no captcha.',
    ],
    'identity-url': [
      'Page to sign in',
      'A whole address that begins with https://, to which “Sign in” leads. It may be left empty.',
    ],
    'identity-words': [
      'Invitation to sign in',
      'Where only signed-in readers may write, others see it in place of the form. Left empty, they are told in our words.',
    ],
    'privacy-url': ['Page about privacy', 'A whole address that begins with https://. It may be left empty.'],
    consent: [
      'Consent of readers',
      'Where it is asked for, each comment keeps that it was given, when, and to which notice.',
    ],
    'judge-url': [
      'Address of an outside judge',
      'Begins with https://. Every new comment is sent there and waits for the answer, for two seconds at most; without an answer it waits for a moderator. Its key, and a way to try it, are on the page “Outside judge”. Empty where there is none.',
    ],
    'judge-kind': [
      'What the outside judge speaks',
      'The latter two are OpenAI’s, or those of a server compatible with it.',
    ],
    'judge-model': [
      'Model of the outside judge',
      'What a server compatible with OpenAI calls it. Where it is empty, the server chooses.',
    ],
  },
  language: { vi: 'Tiếng Việt', en: 'English' },
  moderation: {
    'hold-all': 'After a moderator agrees: every comment waits',
    'publish-clean': 'At once, where no rule holds it',
    'publish-trusted': 'At once, where its reader is trusted and no rule holds it',
  },
  captcha: {
    on: 'Picture, sound, or work for the device',
    auto: 'Quiet: the device works, and a picture is asked for only where it must be',
    picture: 'Picture only',
    work: 'Unseen: work for the device, none for the reader',
    off: 'None',
  },
  pace: { on: 'Yes', off: 'No' },
  'work-held': { on: 'Waits for a moderator', off: 'Is treated as any other' },
  identity: {
    off: 'No',
    offered: 'Yes, and who has not signed in may write too',
    required: 'Yes, and only who has signed in may write',
  },
  'judge-kind': {
    hook: 'A server of your own, as this service describes',
    'openai-moderation': 'Moderation compatible with OpenAI: its address ends with /v1/moderations',
    'openai-chat': 'A chat model compatible with OpenAI: its address ends with /v1/chat/completions',
  },
  swearing: { hold: 'Is held', 'allow-unaimed': 'Passes, and only raises the risk' },
  learning: { on: 'Yes', off: 'No' },
  likes: { on: 'Yes', off: 'No' },
  'reply-depth': { 1: 'Yes', 0: 'No' },
  consent: {
    off: 'No notice',
    notice: 'The notice only',
    ask: 'The notice, and a box that readers must tick',
  },
};
