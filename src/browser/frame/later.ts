// What is loaded once it is needed: most readers only read, and many do not even go on.

let lost = false;

/** Whether some of it did not come. A browser does not ask for it again, and the page works without. */
export const isLost = () => lost;

export const writing = () => noticed(import('./writing/writing.ts'));
export const identity = () => noticed(import('./identity/identity.ts'));
export const reading = () => noticed(import('./reading/reading.ts'));
/** Only where the page around has a font of its own. */
export const font = () => import('./look/font.ts');

async function noticed<Part>(part: Promise<Part>): Promise<Part> {
  try {
    return await part;
  } catch (error) {
    lost = true;
    throw error;
  }
}
