/** As Valine wrote it in HTML, and as old clients of Waline wrote it in Markdown. */
const mentions = [
  /^(\s*<p>)?\s*<a class="at" href="#([^"]*)">@?[^<]*<\/a>\s*[,:，：]?\s*/,
  /^()\s*\[@[^\]]*\]\(#([^)]*)\)\s*[,:，：]?\s*/,
];

/** Whom an answer answers stands before it; that is told by its parent. Whoever else is named there stays. */
export function withoutMention(text: string, parent: string | undefined): string {
  for (const mention of mentions) {
    const [all = '', opening = '', named] = mention.exec(text) ?? [];
    if (all && named === parent) return opening + text.slice(all.length);
  }
  return text;
}
