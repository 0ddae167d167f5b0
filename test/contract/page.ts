/** A form as a browser without scripts reads it from a page: where it goes, and what it would send. */
export interface Form {
  action: string;
  fields: Record<string, string>;
}

/** The first form of the page that posts to an address that begins so, and has this in it. */
export function readForm(page: string, action: string, mark = ''): Form {
  for (const [form, tag = ''] of page.matchAll(/(<form[^>]*>)[\s\S]*?<\/form>/g)) {
    const to = attribute(tag, 'action');
    if (attribute(tag, 'method') === 'post' && to.startsWith(action) && form.includes(mark)) {
      return { action: to.split('#')[0] ?? '', fields: readFields(form) };
    }
  }
  throw new Error(`no form to ${action} in ${page}`);
}

function readFields(form: string): Record<string, string> {
  const inputs = [...form.matchAll(/<input[^>]*>/g)].map(([tag]) => [
    attribute(tag, 'name'),
    attribute(tag, 'value'),
  ]);
  const areas = [...form.matchAll(/(<textarea[^>]*>)\n?([\s\S]*?)<\/textarea>/g)].map(
    ([, tag = '', text = '']) => [attribute(tag, 'name'), decode(text)],
  );
  const choices = [...form.matchAll(/(<select[^>]*>)([\s\S]*?)<\/select>/g)].map(
    ([, tag = '', options = '']) => [attribute(tag, 'name'), chosen(options)],
  );
  return Object.fromEntries([...inputs, ...areas, ...choices].filter(([name]) => name !== ''));
}

function chosen(options: string): string {
  const tags = options.match(/<option[^>]*>/g) ?? [];
  return attribute(tags.find((tag) => /\sselected\b/.test(tag)) ?? tags[0] ?? '', 'value');
}

export function attribute(tag: string, name: string): string {
  return decode(new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1] ?? '');
}

/** The first tag of the page that has this in it. */
export function findTag(page: string, mark: string): string {
  return (page.match(/<[a-z][^>]*>/g) ?? []).find((tag) => tag.includes(mark)) ?? '';
}

/** Every address that the page links to. */
export function linksOf(page: string): string[] {
  return (page.match(/<a\s[^>]*>/g) ?? []).map((tag) => attribute(tag, 'href'));
}

const characters: Readonly<Record<string, string>> = {
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#39;': "'",
  '&amp;': '&',
};

function decode(text: string): string {
  return text.replace(/&(lt|gt|quot|#39|amp);/g, (entity) => characters[entity] ?? entity);
}
