import type { World } from './world.ts';

type Work = (all: readonly unknown[]) => Promise<readonly unknown[]>;

interface Waiting {
  asked: unknown;
  work: Work;
  resolve: (told: unknown) => void;
  reject: (error: unknown) => void;
}

/**
 * Does the first at once, and what is asked for under its name while that goes on and within the rest after it in one
 * piece; no two pieces of a name begin sooner after each other than that.
 */
export function gatherer(restMs: number): World['together'] {
  /** By name, where something is done or was done just now. */
  const lines = new Map<string, Waiting[]>();

  const serve = async (name: string, line: Waiting[]) => {
    while (line.length > 0) {
      await doAll(line.splice(0));
      await new Promise((resolve) => setTimeout(resolve, restMs));
    }
    lines.delete(name);
  };

  return <Asked, Told>(
    name: string,
    asked: Asked,
    work: (all: readonly Asked[]) => Promise<readonly Told[]>,
  ) =>
    new Promise<Told>((resolve, reject) => {
      const line = lines.get(name) ?? [];
      line.push({ asked, work: work as Work, resolve: resolve as Waiting['resolve'], reject });
      if (lines.has(name)) return;
      lines.set(name, line);
      void serve(name, line);
    });
}

/** The work is the same, whoever of them brought it. */
async function doAll(all: readonly Waiting[]): Promise<void> {
  const [first] = all;
  if (!first) return;
  try {
    const told = await first.work(all.map(({ asked }) => asked));
    all.forEach(({ resolve }, at) => void resolve(told[at]));
  } catch (error) {
    for (const { reject } of all) reject(error);
  }
}

/** Each by itself. */
export async function oneByOne<Asked, Told>(
  _: string,
  asked: Asked,
  work: (all: readonly Asked[]) => Promise<readonly Told[]>,
): Promise<Told> {
  const [told] = await work([asked]);
  return told as Told;
}
