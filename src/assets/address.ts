import built from '../../built/manifest.json' with { type: 'json' };

/** A file of `src/browser`, by the name of its source; a script is called `.js`. */
export type FileName = keyof typeof built.files;

/** Another one for each build of the files for browsers. */
export const release = built.sources;

/** Where browsers find a file. */
export function addressOf(name: FileName): string {
  return toAddress(built.files[name].path);
}

/** Where they find what it loads at once, to ask for it meanwhile. */
export function importsOf(name: FileName): string[] {
  return built.files[name].imports.map(toAddress);
}

function toAddress(path: string): string {
  return `/${path}`;
}
