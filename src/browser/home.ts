/** Where the service is, by where this script came from; it ends with a slash. */
export const home = new URL('..', import.meta.url).href;
