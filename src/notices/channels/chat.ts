import { type Answer, type Posted, retryAfterMs } from './posting.ts';

export const chatKinds = ['slack', 'telegram', 'discord', 'lark'] as const;
export type ChatKind = (typeof chatKinds)[number];

interface Chat {
  /** The body that such a chat takes: a line, and where to read on. Nothing in it is a mark, a call, or a preview. */
  body: (line: string, link: string) => object;
  /** Whether it took it. */
  took: (answer: Answer) => boolean;
}

const isOk = ({ status }: Answer) => status >= 200 && status < 300;

const chats: Readonly<Record<ChatKind, Chat>> = {
  slack: {
    body: (line, link) => ({
      text: `${line}\n<${link}>`,
      mrkdwn: false,
      unfurl_links: false,
      unfurl_media: false,
    }),
    took: isOk,
  },
  telegram: {
    body: (line, link) => ({ text: `${line}\n${link}`, link_preview_options: { is_disabled: true } }),
    took: isOk,
  },
  discord: {
    body: (line, link) => ({ content: `${line}\n<${link}>`, allowed_mentions: { parse: [] }, flags: 4 }),
    took: isOk,
  },
  lark: {
    body: (line, link) => ({ msg_type: 'text', content: { text: `${line}\n${link}` } }),
    // Its faults are answered with 200, too.
    took: (answer) => isOk(answer) && !/"(code|StatusCode)"\s*:\s*-?[1-9]/.test(answer.body),
  },
};

export function chatPost(kind: ChatKind, url: string, line: string, link: string): Posted {
  const headers = { 'content-type': 'application/json; charset=utf-8', 'user-agent': 'binh-luan' };
  return { url, headers, body: JSON.stringify(chats[kind].body(line, link)) };
}

/** How long a chat asks to be left alone where it says so in its answer alone, as Telegram does. */
export function chatRestMs({ status, body }: Answer): number {
  const [, seconds] = (status === 429 && /"retry_after"\s*:\s*(\d+)/.exec(body)) || [];
  return retryAfterMs(seconds);
}

export function chatTook(kind: ChatKind, answer: Answer): boolean {
  return chats[kind].took(answer);
}
