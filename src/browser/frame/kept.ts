// What a device keeps between visits. Storage may be blocked in a frame, and then it keeps nothing; and whatever else
// may stand there is read as far as it is what it should be.

type Where = 'local' | 'session';

/** Undefined where nothing is kept, or nothing that can be read. */
export function readKept(key: string, where: Where = 'local'): unknown {
  try {
    return JSON.parse(storeOf(where).getItem(key) ?? '');
  } catch {
    return undefined;
  }
}

export function listIn(kept: unknown): unknown[] {
  return Array.isArray(kept) ? kept : [];
}

/** By their names. */
export function partsIn(kept: unknown): Partial<Record<string, unknown>> {
  return typeof kept === 'object' && kept !== null ? { ...kept } : {};
}

export function textsIn(kept: unknown): Partial<Record<string, string>> {
  const named = Object.entries(partsIn(kept));
  return Object.fromEntries(named.flatMap(([name, one]) => (typeof one === 'string' ? [[name, one]] : [])));
}

/** Whether it is kept. */
export function keep(key: string, value: unknown, where: Where = 'local'): boolean {
  try {
    if (value === undefined) storeOf(where).removeItem(key);
    else storeOf(where).setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function storeOf(where: Where): Storage {
  return where === 'local' ? localStorage : sessionStorage;
}
