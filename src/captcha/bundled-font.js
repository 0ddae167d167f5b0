// Stands in for opentype.js on Workers (see wrangler.toml): the only font that is ever asked for is bundled.
// The library's own address is relative, since its name leads here.
// @ts-expect-error it has no types
import * as opentype from '../../node_modules/opentype.js/dist/opentype.js';
// @ts-expect-error wrangler hands over the bytes of a .ttf
import font from '../../node_modules/svg-captcha/fonts/Comismsh.ttf';

export const loadSync = () => opentype.parse(font);
