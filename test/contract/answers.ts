/** What the transport adds, each runtime its own way, and no client of ours relies on. */
const transport = [
  'connection',
  'content-encoding',
  'content-length',
  'date',
  'keep-alive',
  'transfer-encoding',
];

/** The kinds of answer that were seen: by method, path and status, the content type and our headers. */
export class Answers {
  readonly #seen = new Map<string, Set<string>>();
  readonly #policies = new Set<string>();
  #common: string[] | undefined;

  note(method: string, { origin, pathname }: URL, { status, headers }: Response): void {
    const names = ownHeaders(headers);
    this.#policies.add((headers.get('content-security-policy') ?? '').replaceAll(origin, 'http://self'));
    this.#common = (this.#common ?? names).filter((name) => names.includes(name));
    const kind = `${method} ${patternOf(pathname)} ${status}`;
    const shape = JSON.stringify([headers.get('content-type'), names]);
    this.#seen.set(kind, (this.#seen.get(kind) ?? new Set()).add(shape));
  }

  /** As a text to be compared: what every answer carries, and what each kind carries beyond that. */
  toString(): string {
    const kinds = [...this.#seen].sort(([one], [other]) => (one < other ? -1 : 1));
    const told = {
      'on every answer': this.#common?.join(', ') ?? '',
      'content-security-policy': [...this.#policies].sort(),
      answers: Object.fromEntries(kinds.map(([kind, shapes]) => [kind, this.#tell(shapes)])),
    };
    return `${JSON.stringify(told, null, 2)}\n`;
  }

  #tell(shapes: ReadonlySet<string>): string {
    return [...shapes]
      .map((shape) => {
        const [type, names]: [string | null, string[]] = JSON.parse(shape);
        return [type ?? 'no type', ...names.filter((name) => !this.#common?.includes(name))].join(', ');
      })
      .sort()
      .join(' | ');
  }
}

/** `Vary: Accept-Encoding` belongs to compression, which on Workers is the platform's. */
function ownHeaders(headers: Headers): string[] {
  const varies = (headers.get('vary') ?? '').split(',').map((name) => name.trim().toLowerCase());
  const foreign = ['content-type', ...transport, ...(varies.some(isOfReader) ? [] : ['vary'])];
  return [...new Set(headers.keys())].filter((name) => !foreign.includes(name)).sort();
}

function isOfReader(name: string): boolean {
  return name !== '' && name !== 'accept-encoding';
}

const variables: readonly (readonly [RegExp, string])[] = [
  [/(?<=^\/(api\/v1\/sites|embed|moderation\/sites)\/)[^/]+/, ':site'],
  [/(?<=^(\/api\/v1)?\/receipts\/)[^/]+/, ':receipt'],
  [/(?<=^\/moderation\/setup\/)[^/]+/, ':secret'],
  [/(?<=^\/assets\/[\w-]+\.)\w+(?=\.)/, ':content'],
  [/(?<=\/(challenges|claims|comments|decisions|deliveries|moderators|own|webhooks)\/)[^/.]+/, ':id'],
];

function patternOf(path: string): string {
  return variables.reduce((pattern, [variable, name]) => pattern.replace(variable, name), path);
}
