import { Parser } from 'htmlparser2';

/** An item of schema.org: its type, and what is said of it by name; other items stand in it. */
export interface Item {
  type: string;
  said: Record<string, (string | Item)[]>;
}

interface Open {
  /** The item that is begun by this element, else the one it stands in. */
  item: Item;
  prop: string | undefined;
  value: string | undefined;
  text: string;
}

const valueIn: Record<string, string> = {
  meta: 'content',
  link: 'href',
  data: 'value',
  time: 'datetime',
};

/** The microdata of a piece of HTML, and all its names of elements, attributes and classes. */
export function readMicrodata(text: string) {
  const top: Item = { type: '', said: {} };
  const open: Open[] = [{ item: top, prop: undefined, value: undefined, text: '' }];
  const [elements, attributes, classes] = [new Set<string>(), new Set<string>(), new Set<string>()];
  const say = (item: Item, name: string, value: string | Item) => {
    item.said[name] = [...(item.said[name] ?? []), value];
  };
  const parser = new Parser({
    onopentag(name, given) {
      elements.add(name);
      for (const attribute of Object.keys(given)) attributes.add(attribute);
      for (const one of given.class?.split(' ') ?? []) classes.add(one);
      const around = open.at(-1)?.item ?? top;
      const item = given.itemscope === undefined ? around : { type: given.itemtype ?? '', said: {} };
      if (item !== around) say(around, given.itemprop ?? 'item', item);
      const prop = item === around ? given.itemprop : undefined;
      open.push({ item, prop, value: given[valueIn[name] ?? ''], text: '' });
    },
    ontext(said) {
      for (const one of open) one.text += said;
    },
    onclosetag(name) {
      const closed = open.pop();
      if (name === 'br') for (const one of open) one.text += '\n';
      if (closed?.prop) say(closed.item, closed.prop, closed.value ?? closed.text);
    },
  });
  parser.write(text);
  parser.end();
  if (open.length !== 1) throw new Error(`${open.length - 1} elements stay open`);
  return { item: top.said.item?.[0] as Item, elements, attributes, classes };
}
