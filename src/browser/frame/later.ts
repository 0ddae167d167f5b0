// What is loaded once it is needed: most readers only read, and many do not even go on.

export const writing = () => import('./writing/writing.ts');
export const reading = () => import('./reading/reading.ts');
/** Only where the page around has a font of its own. */
export const font = () => import('./look/font.ts');
