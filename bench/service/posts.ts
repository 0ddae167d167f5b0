import { answerOf } from '../../src/captcha/challenge-id.ts';
import { Dice } from '../seed/dice.ts';
import { personName } from '../seed/fill.ts';
import { composeTail, composeText } from '../seed/texts.ts';
import { site } from './articles.ts';
import type { Bench } from './bench.ts';
import { type Post, post } from './load.ts';
import { untilIdle } from './processor.ts';
import { secretOf } from './secret.ts';

export const commentsPath = `/api/v1/sites/${site}/comments`;
export const challengePath = `/api/v1/sites/${site}/challenges`;

const dice = new Dice(Date.now() % 2 ** 31);
const atOnce = 8;
const articles = 20;
const bounds = { least: 100, most: 6_000 };

/** The same as `writePosts`, once the service rests again. */
export async function preparePosts(bench: Bench, count: number): Promise<Post[]> {
  const posts = await writePosts(bench, count);
  await untilIdle(bench.server.pid);
  return posts;
}

/** So many comments, each another text of another sender, with challenges that are solved. */
export async function writePosts(bench: Bench, count: number): Promise<Post[]> {
  const senders = Array.from({ length: count }, newAddress);
  const answers = solve(bench, await issueChallenges(bench, senders));
  return answers.map((challenge, at) => ({
    headers: { 'content-type': 'application/json', 'x-forwarded-for': senders[at] ?? '' },
    body: JSON.stringify({
      article: { key: `/bench/sent-${dice.below(articles)}` },
      author: personName(dice),
      body: newText(),
      challenge,
    }),
  }));
}

/** As many as it takes in so many seconds, near enough. */
export async function preparePostsFor(bench: Bench, seconds: number): Promise<Post[]> {
  const few = await preparePosts(bench, bounds.least);
  const { perSecond } = await post(bench.server.url + commentsPath, few);
  const count = Math.floor(perSecond * seconds);
  return preparePosts(bench, Math.min(bounds.most, Math.max(bounds.least, count)));
}

/** An address that nobody has written from yet, most likely. */
export function newAddress(): string {
  return `10.${dice.below(256)}.${dice.below(256)}.${1 + dice.below(254)}`;
}

async function issueChallenges({ client }: Bench, senders: readonly string[]): Promise<string[]> {
  const ids: string[] = [];
  const left = [...senders.entries()];
  const runner = async () => {
    for (let next = left.pop(); next; next = left.pop()) {
      const [at, sender] = next;
      const answer = await client.send('POST', challengePath, {}, { 'x-forwarded-for': sender });
      if (answer.status !== 201) throw new Error(`a challenge was answered by ${answer.status}`);
      ids[at] = JSON.parse(answer.body.toString()).id;
    }
  };
  await Promise.all(Array.from({ length: atOnce }, runner));
  return ids;
}

/** As only whoever has the secret can. */
function solve({ folder }: Bench, ids: readonly string[]): { id: string; answer: string }[] {
  const secret = secretOf(folder);
  return ids.map((id) => ({ id, answer: answerOf({ secret }, id) }));
}

/** About 200 characters. */
function newText(): string {
  let text = composeText('honest', dice);
  while (text.length < 110) text += ` ${composeText('honest', dice)}`;
  return `${text} ${composeTail(dice)}`;
}
