// What a device keeps between visits. Storage may be blocked in a frame, and then it keeps nothing.

export function readKept<Value>(
  key: string,
  otherwise: Value,
  storage: 'local' | 'session' = 'local',
): Value {
  try {
    const kept = storeOf(storage).getItem(key);
    return kept === null ? otherwise : JSON.parse(kept);
  } catch {
    return otherwise;
  }
}

/** Whether it is kept. */
export function keep(key: string, value: unknown, storage: 'local' | 'session' = 'local'): boolean {
  try {
    if (value === undefined) storeOf(storage).removeItem(key);
    else storeOf(storage).setItem(key, JSON.stringify(value));
    return true;
  } catch {
    return false;
  }
}

function storeOf(storage: 'local' | 'session'): Storage {
  return storage === 'local' ? localStorage : sessionStorage;
}
