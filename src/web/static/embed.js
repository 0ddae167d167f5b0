// Turns every <div data-binh-luan data-site="…"> into the comment frame of that site. No globals.
(() => {
  const script = document.currentScript;
  if (!(script instanceof HTMLScriptElement)) return;
  const own = new URL(script.src).origin;
  const root = document.documentElement;

  /** @param {() => void} work never fails into the host page */
  const safely = (work) => {
    try {
      work();
    } catch (error) {
      console.warn('binh-luan', error);
    }
  };

  /** @param {HTMLElement} place */
  const addressOf = (place) => {
    const canonical = /** @type {HTMLLinkElement | null} */ (document.querySelector('link[rel=canonical]'));
    const url = new URL((canonical || location).href);
    url.hash = '';
    const { site = '', article = url.pathname, title = document.title } = place.dataset;
    const query = new URLSearchParams({ article, title, url: url.href });
    return `${own}/embed/${encodeURIComponent(site)}?${query}`;
  };

  /** The font and colours of a place, the background as all its layers show it. @param {HTMLElement} place */
  const themeOf = (place) => {
    const { fontFamily, fontSize, color } = getComputedStyle(place);
    const link = place.appendChild(document.createElement('a'));
    link.href = '#';
    const accent = getComputedStyle(link).color;
    link.style.backgroundColor = 'Canvas';
    const layers = [getComputedStyle(link).backgroundColor];
    link.remove();
    let plain = true;
    for (let layer = /** @type {Element | null} */ (place); layer; layer = layer.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(layer);
      if (backgroundImage !== 'none') plain = false;
      layers.splice(1, 0, backgroundColor);
      if (!/^rgba|\//.test(backgroundColor)) break;
    }
    const pen = /** @type {CanvasRenderingContext2D} */ (document.createElement('canvas').getContext('2d'));
    for (const layer of layers) {
      pen.fillStyle = layer;
      pen.fillRect(0, 0, 1, 1);
    }
    const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
    const scheme = r * 0.3 + g * 0.59 + b * 0.11 < 128 ? 'dark' : 'light';
    const background = plain ? `rgb(${r}, ${g}, ${b})` : '';
    return {
      scheme,
      query: String(
        new URLSearchParams({ font: fontFamily, size: fontSize, color, background, accent, scheme }),
      ),
    };
  };

  /** @param {HTMLElement} place */
  const embed = (place) => {
    if (place.dataset.binhLuan === 'framed') return;
    place.dataset.binhLuan = 'framed';
    let theme = themeOf(place);
    const frame = document.createElement('iframe');
    frame.title = 'Bình luận';
    frame.loading = 'lazy';
    frame.setAttribute('scrolling', 'no');
    frame.style.cssText = `display:block;width:100%;height:400px;border:0;background:none;color-scheme:${theme.scheme}`;
    frame.src = `${addressOf(place)}#${theme.query}`;

    let loaded = false;
    const tell = () => {
      const message = { type: 'binh-luan:theme', theme: theme.query };
      if (loaded && frame.contentWindow) frame.contentWindow.postMessage(message, own);
    };
    const follow = () =>
      safely(() => {
        const now = themeOf(place);
        if (now.query === theme.query) return;
        theme = now;
        frame.style.colorScheme = theme.scheme;
        tell();
      });
    addEventListener('message', ({ source, origin, data }) => {
      if (source !== frame.contentWindow || origin !== own || !data || data.type !== 'binh-luan:height')
        return;
      if (data.height > 0) frame.style.height = `${Number(data.height)}px`;
    });
    frame.addEventListener('load', () => {
      loaded = true;
      tell();
    });
    matchMedia('(prefers-color-scheme: dark)').addEventListener('change', follow);
    document.addEventListener('transitionend', ({ propertyName }) => {
      if (/color$/.test(propertyName)) follow();
    });
    const observer = new MutationObserver(follow);
    const attributeFilter = ['class', 'style', 'data-theme'];
    for (const element of [root, document.body]) observer.observe(element, { attributeFilter });
    place.append(frame);
  };

  const embedAll = () =>
    document.querySelectorAll('[data-binh-luan]').forEach((place) => {
      safely(() => embed(/** @type {HTMLElement} */ (place)));
    });

  embedAll();
  if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', embedAll);
})();
