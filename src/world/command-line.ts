/** Not known where all is bundled into one file. */
const place: string | undefined = import.meta.url;

/** How our commands are called: by the program of the published package, or by the script of its sources. */
export const commandLine = place?.includes('/lib/world/') ? 'npx binh-luan' : 'npm run -s cli --';
