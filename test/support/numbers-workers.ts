/** A Worker has none of its own. */
export const writeNumbers = undefined;
