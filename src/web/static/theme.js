// Runs before the first paint: the host page's font and colours, from the hash and later by message.
(() => {
  const root = document.documentElement;
  const hex = '#[\\da-f]{3,8}';
  const functional = '(?:rgba?|hsla?|lab|lch|oklab|oklch|color)\\([\\w\\s.,%/+-]{1,80}\\)';
  const color = new RegExp(`^(?:${hex}|${functional})$`, 'i');

  /** @type {Record<string, (value: string) => boolean>} */
  const accepts = {
    font: (value) => /^[\p{L}\p{N}\s"',._-]{1,300}$/u.test(value) && CSS.supports('font-family', value),
    size: (value) => /^(1[2-9]|2[0-4])(\.\d{1,6})?px$/.test(value),
    color: (value) => color.test(value) && CSS.supports('color', value),
    background: (value) => color.test(value) && CSS.supports('color', value),
    accent: (value) => color.test(value) && CSS.supports('color', value),
  };

  /** @param {string} theme written like a query string */
  function apply(theme) {
    const given = new URLSearchParams(theme);
    const scheme = given.get('scheme');
    if (scheme !== 'light' && scheme !== 'dark') return;
    root.dataset.scheme = scheme;
    for (const [name, accept] of Object.entries(accepts)) {
      const value = given.get(name) ?? '';
      if (accept(value)) root.style.setProperty(`--host-${name}`, value);
      else root.style.removeProperty(`--host-${name}`);
    }
    dropUnreadable();
    remember(theme);
  }

  /** A link colour made for another background would be worse than our own. */
  function dropUnreadable() {
    const ground = luminanceOf(root.style.getPropertyValue('--host-background'));
    for (const name of ['--host-color', '--host-accent']) {
      const ink = luminanceOf(root.style.getPropertyValue(name));
      const contrast = (Math.max(ink, ground) + 0.05) / (Math.min(ink, ground) + 0.05);
      if (contrast < 4.5) root.style.removeProperty(name);
    }
  }

  /** @param {string} value any CSS color; @returns {number} WCAG's relative luminance */
  function luminanceOf(value) {
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen || !value) return Number.NaN;
    pen.fillStyle = value;
    pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = [...pen.getImageData(0, 0, 1, 1).data].map((level) => {
      const share = level / 255;
      return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  }

  const memory = 'binh-luan:theme';

  /** @param {string} theme kept for the frame's next page, which has another hash */
  function remember(theme) {
    try {
      sessionStorage.setItem(memory, theme);
    } catch {
      // Storage may be blocked; the host's next message brings the theme again.
    }
  }

  function recall() {
    try {
      return sessionStorage.getItem(memory) ?? '';
    } catch {
      return '';
    }
  }

  if (window.parent === window) {
    root.dataset.alone = '';
    return;
  }
  apply(recall());
  apply(location.hash.slice(1));
  addEventListener('message', ({ source, data }) => {
    if (source === window.parent && data?.type === 'binh-luan:theme') apply(String(data.theme));
  });
})();
