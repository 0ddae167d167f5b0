import { SaxesParser } from 'saxes';

export interface Element {
  name: string;
  attributes: Record<string, string>;
  text: string;
  children: Element[];
}

const namespace = 'http://www.w3.org/2005/Atom';

/** The root of a document, by a parser that takes nothing but well-formed XML; every name must be of Atom. */
export function parseAtom(document: string): Element {
  const parser = new SaxesParser({ xmlns: true });
  const top: Element = { name: '', attributes: {}, text: '', children: [] };
  const open = [top];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ local, uri, attributes }) => {
    if (uri !== namespace) throw new Error(`${local} is not of Atom`);
    const named = Object.values(attributes).map(({ name, value }) => [name, value]);
    const element = { name: local, attributes: Object.fromEntries(named), text: '', children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (text) => {
    const element = open.at(-1);
    if (element) element.text += text;
  });
  parser.on('closetag', () => void open.pop());
  parser.write(document).close();
  const [root] = top.children;
  if (!root) throw new Error('no root');
  return root;
}

export function all(element: Element, name: string): Element[] {
  return element.children.filter((child) => child.name === name);
}

/** The text of the one child of this name. */
export function textOf(element: Element, name: string): string {
  const [only, ...more] = all(element, name);
  if (!only || more.length > 0) throw new Error(`${more.length + (only ? 1 : 0)} of ${name}`);
  return only.text;
}

export const linkOf = (element: Element, rel: string) =>
  all(element, 'link').filter(({ attributes }) => attributes.rel === rel)[0]?.attributes.href;

/** What RFC 4287 asks of a feed and of its entries, as far as a reader's program stumbles over it; each fault by name. */
export function faultsOf(feed: Element): string[] {
  const faults: string[] = [];
  const insist = (holds: boolean, fault: string) => {
    if (!holds) faults.push(fault);
  };
  const time = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)$/;
  const entries = all(feed, 'entry');
  insist(feed.name === 'feed', '4.1.1: the root is a feed');
  insist(linkOf(feed, 'self') !== undefined, '4.1.1: a feed links to itself');
  for (const element of [feed, ...entries]) {
    for (const name of ['id', 'title', 'updated'])
      insist(all(element, name).length === 1, `4.1: one ${name} in ${element.name}`);
    const [id, updated] = [textOf(element, 'id'), textOf(element, 'updated')];
    insist(URL.canParse(id) && new URL(id).href === id, `4.2.6: ${id} is an IRI in its normal form`);
    insist(time.test(updated) && !Number.isNaN(Date.parse(updated)), `3.3: ${updated} is a time`);
    const authors = all(element, 'author');
    insist(authors.length > 0, `4.1.2: ${element.name} has an author`);
    for (const author of authors) insist(textOf(author, 'name') !== '', '3.2.1: an author has a name');
    const alternates = all(element, 'link').filter(({ attributes }) => attributes.rel === 'alternate');
    insist(alternates.length <= 1, '4.1.1: one alternate of a type');
    for (const { attributes } of all(element, 'link'))
      insist(URL.canParse(attributes.href ?? ''), `4.2.7: ${attributes.href} is an address`);
  }
  for (const entry of entries) {
    insist(linkOf(entry, 'alternate') !== undefined, '4.1.2: an entry has content elsewhere');
    const [content] = all(entry, 'content');
    insist(['text', 'html'].includes(content?.attributes.type ?? ''), '4.1.3.1: content has a type');
    insist(content?.children.length === 0, '4.1.3.3: text and HTML have no elements');
  }
  const ids = entries.map((entry) => textOf(entry, 'id'));
  insist(new Set([...ids, textOf(feed, 'id')]).size === ids.length + 1, '4.2.6: ids are told apart');
  const order = feed.children.map(({ name }) => name);
  insist(order.lastIndexOf('generator') < order.indexOf('entry') || ids.length === 0, 'entries come last');
  return faults;
}
