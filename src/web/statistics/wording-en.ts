import type { StatisticsWording } from './wording-vi.ts';

export const en: StatisticsWording = {
  title: 'Statistics',
  site: 'Site',
  everySite: 'All sites',
  show: 'Show',
  period: 'Period',
  lastDays: (days) => `${days} days`,
  csv: 'Download CSV',
  table: 'Show the numbers as a table',

  now: 'Now and today',
  waiting: 'Waiting',
  late: (count) => `${count} for more than 30 minutes`,
  oldest: 'Longest wait',
  half: (time) => `half have waited for ${time} or more`,
  arrived: 'Received today',
  usual: (count) => `usually ${count} by this time`,
  decidedToday: 'Decided today',
  decidedAs: (published, rejected, spam) => `${published} published, ${rejected} rejected, ${spam} spam`,
  median: 'Today, half waited no longer than',
  long: (time) => `95 of 100 no longer than ${time}`,

  daily: 'Comments per day',
  dailyHint: 'By the day they were sent, in Vietnam. Each part of a bar is where those comments stand now.',
  dailyTitle: (days) => `Comments per day over the last ${days} days, by outcome`,
  dailySummary: (all, most, day) =>
    `${all === '1' ? '1 comment' : `${all} comments`} in all; the most were ${most}, on ${day}. The table below has every number.`,
  dailyEmpty: 'No comments in this period yet. Once readers write, you will see them here.',
  day: 'Day',
  all: 'All',
  states: {
    pending: 'Waiting',
    published: 'Published',
    rejected: 'Rejected',
    spam: 'Spam',
    withdrawn: 'Withdrawn',
  },

  hours: 'When the desk needs somebody',
  hoursHint:
    'On an average day, in the time of Vietnam. Where the bar is higher than the mark, comments come faster than they are decided.',
  hoursTitle: 'Comments received and decided by the hour of the day',
  hoursEmpty: 'No comments in this period yet, so there is no busy hour to tell.',
  hour: (hour) => `${hour}:00`,
  shortHour: (hour) => `${hour}h`,
  hourOfDay: 'Hour',
  hourTold: (hour, arrived, decided) => `${hour}: ${arrived} received, ${decided} decided`,
  arrivedLayer: 'Received',
  decidedLayer: 'Decided',
  busiest: (hour, count) => `Busiest from ${hour}: ${count} comments on average.`,
  short: (hour, arrived, decided) =>
    `Most short-handed from ${hour}: ${arrived} received, ${decided} decided.`,

  crew: 'By moderator',
  crewHint:
    '“Half within”: half of the comments that this moderator was the first to decide had waited no longer, counted from sending. “Undone by others”: comments on which a colleague undid this moderator’s decision.',
  crewOwn: 'You see your own figures and those of all together; administrators see each moderator’s.',
  crewEmpty: 'Nothing has been decided in this period yet.',
  moderator: 'Moderator',
  everyone: 'All together',
  counted: {
    decided: 'Decided',
    published: 'Published',
    rejected: 'Rejected',
    spam: 'Spam',
    restored: 'Returned to review',
    undone: 'Undone by others',
  },
  halfIn: 'Half within',

  articles: 'By article',
  articlesHint: 'The articles with the most comments sent in this period. The CSV file has more of them.',
  articlesEmpty: 'No article has comments from this period yet.',
  article: 'Article',
  comments: 'Comments',
  refused: 'Rejected, spam',

  rules: 'Which reason cries wolf',
  rulesHint:
    'Of the comments sent to review for this reason, the share that was published anyway. The longer, the more often it was wrong. Over all time.',
  rulesTitle: 'Share of comments sent to review that were published anyway, by reason',
  rulesSummary: (rule, share) =>
    `Most often wrong is “${rule}”: ${share} of what it sent to review was published anyway.`,
  rulesEmpty: 'Too few decisions on comments sent to review to compare the reasons yet.',
  rulesFew: (count) => `Reasons with fewer than ${count} decisions are only in the table.`,
  rule: 'Reason for review',
  held: 'Sent to review, decided',
  publishedAnyway: 'Published anyway',
  share: 'Share',
  outOf: (published, decided) => `${published} of ${decided} comments sent to review were published anyway`,
  tuning: 'Adjust the automatic filter',
};
