import type { Message } from '../../filter/finding.ts';

const known = new Map<string, Message>(
  Object.entries({
    harassment: { vi: 'quấy rối, xúc phạm', en: 'harassment' },
    'harassment/threatening': { vi: 'quấy rối kèm đe dọa', en: 'threatening harassment' },
    hate: { vi: 'thù ghét', en: 'hate' },
    'hate/threatening': { vi: 'thù ghét kèm đe dọa', en: 'threatening hate' },
    illicit: { vi: 'hướng dẫn việc phạm pháp', en: 'illicit acts' },
    'illicit/violent': { vi: 'hướng dẫn việc phạm pháp có bạo lực', en: 'violent illicit acts' },
    'self-harm': { vi: 'tự làm hại bản thân', en: 'self-harm' },
    'self-harm/intent': { vi: 'ý định tự làm hại bản thân', en: 'intent of self-harm' },
    'self-harm/instructions': { vi: 'hướng dẫn tự làm hại bản thân', en: 'instructions for self-harm' },
    sexual: { vi: 'tình dục', en: 'sexual content' },
    'sexual/minors': { vi: 'tình dục liên quan đến trẻ em', en: 'sexual content about minors' },
    violence: { vi: 'bạo lực', en: 'violence' },
    'violence/graphic': { vi: 'bạo lực ghê rợn', en: 'graphic violence' },
  }),
);

const longest = 80;

/** What a category of a moderation endpoint is called; as the endpoint calls it where we do not know it. */
export function categoryName(category: string): Message {
  const own = category.replace(/[^\p{L}\p{N} /_.-]/gu, '').slice(0, longest);
  return known.get(category.replaceAll('_', '-')) ?? { vi: own, en: own };
}
