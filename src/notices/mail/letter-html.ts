import type { Letter, Part } from './letter.ts';

/** The same words as HTML: no picture, nothing from elsewhere, and no number or date that a program makes a link of. */
export function htmlOf({ language, subject, parts }: Letter): string {
  return `<!doctype html>
<html lang="${language}"><head><meta charset="utf-8"><title>${escaped(subject)}</title>
<meta name="viewport" content="width=device-width">
<meta name="format-detection" content="telephone=no, date=no, address=no, email=no, url=no">
<meta name="color-scheme" content="light dark"></head>
<body style="font: 16px/1.5 sans-serif; max-width: 36em; margin: 0 auto; padding: 16px">
${parts.map(blockOf).join('\n')}
</body></html>
`;
}

function blockOf(part: Part): string {
  if ('text' in part) return `<p>${escaped(part.text)}</p>`;
  if ('link' in part) return `<p><a href="${escaped(part.link)}">${escaped(part.label)}</a></p>`;
  const style = 'margin: 0; padding: 0 0 0 12px; border-left: 3px solid #888';
  return `<blockquote style="${style}">${escaped(part.quote).replace(/\n/g, '<br>\n')}</blockquote>`;
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => entities[sign] ?? '');
}
