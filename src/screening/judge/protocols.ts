import type { Posted } from '../../notices/channels/posting.ts';
import { webhookPost } from '../../notices/channels/webhook.ts';
import type { JudgeKind, Site } from '../../sites/site.ts';
import { readAnswer, type Said } from './answer.ts';
import type { Asked } from './asked.ts';
import { chatBody, readChat } from './chat.ts';
import type { Keys } from './keys.ts';
import { moderationBody, readModeration } from './moderation.ts';

interface Protocol {
  /** The question, as such a judge takes it. */
  ask: (site: Site, asked: Asked, keys: Keys, now: number) => Posted;
  /** What it answered; throws where it answered something else. */
  read: (text: string) => Said;
}

/** What each kind of judge speaks. */
export const protocols: Readonly<Record<JudgeKind, Protocol>> = {
  hook: {
    ask: (site, asked, { secrets }, now) =>
      webhookPost(site['judge-url'], { id: asked.id, body: JSON.stringify(asked), secrets }, now),
    read: readAnswer,
  },
  'openai-moderation': {
    ask: (site, asked, keys) => withKey(site, keys, moderationBody(asked, site['judge-model'])),
    read: readModeration,
  },
  'openai-chat': {
    ask: (site, asked, keys) => {
      const { 'judge-model': model, language } = site;
      return withKey(site, keys, chatBody(asked, { model, language }));
    },
    read: readChat,
  },
};

function withKey(site: Site, { apiKey }: Keys, body: object): Posted {
  const headers = {
    'content-type': 'application/json; charset=utf-8',
    'user-agent': 'binh-luan',
    ...(apiKey !== null && { authorization: `Bearer ${apiKey}` }),
  };
  return { url: site['judge-url'], headers, body: JSON.stringify(body) };
}
