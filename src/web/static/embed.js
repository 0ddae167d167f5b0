// Frames the comments.
(() => {
  const own = new URL(/** @type {HTMLScriptElement} */ (document.currentScript).src).origin;

  /** @param {HTMLElement} place */
  const embed = (place) => {
    place.dataset.binhLuan = 'framed';
    let theme = '';
    const frame = document.createElement('iframe');
    const tell = () => {
      if (frame.contentWindow) frame.contentWindow.postMessage({ type: 'binh-luan:theme', theme }, '*');
    };
    const follow = safely(() => {
      const now = themeOf(place);
      if (now === theme) return;
      theme = now;
      frame.style.colorScheme = /dark$/.test(theme) ? 'dark' : 'light';
      tell();
    });
    Object.assign(frame, { title: 'Bình luận', loading: 'lazy', scrolling: 'no', onload: tell });
    frame.style.cssText = 'display:block;width:100%;height:400px;border:0';
    follow();
    frame.src = `${addressOf(place)}#${theme}`;
    place.append(frame);

    addEventListener('message', ({ source, origin, data }) => {
      const ours = source === frame.contentWindow && origin === own;
      if (ours && data.type === 'binh-luan:height') frame.style.height = `${+data.height}px`;
    });
    addEventListener('transitionend', ({ propertyName }) => {
      if (/color$/.test(propertyName)) follow();
    });
    matchMedia('(prefers-color-scheme: dark)').onchange = follow;
    const observer = new MutationObserver(follow);
    const attributeFilter = ['class', 'style', 'data-theme'];
    observer.observe(document.documentElement, { attributeFilter });
    observer.observe(document.body, { attributeFilter });
  };

  /** @param {HTMLElement} place */
  const addressOf = (place) => {
    /** @type {HTMLLinkElement | null} */
    const canonical = document.querySelector('link[rel=canonical]');
    const url = new URL((canonical || location).href);
    url.hash = '';
    const { site, article = url.pathname, title = document.title } = place.dataset;
    return `${own}/embed/${site}?${new URLSearchParams({ article, title, url: url.href })}`;
  };

  /** @param {HTMLElement} place */
  const themeOf = (place) => {
    const link = document.createElement('a');
    link.href = '#';
    link.style.background = 'Canvas';
    place.append(link);
    const { color: accent, backgroundColor: canvas } = getComputedStyle(link);
    link.remove();

    let plain = true;
    const layers = [];
    for (let layer = /** @type {HTMLElement | null} */ (place); layer; layer = layer.parentElement) {
      const { backgroundColor, backgroundImage } = getComputedStyle(layer);
      if (backgroundImage !== 'none') plain = false;
      layers.unshift(backgroundColor);
      if (!/^rgba|\//.test(backgroundColor)) break;
    }
    const pen = document.createElement('canvas').getContext('2d');
    if (!pen) throw layers;
    for (pen.fillStyle of [canvas, ...layers]) pen.fillRect(0, 0, 1, 1);
    const [r = 0, g = 0, b = 0] = pen.getImageData(0, 0, 1, 1).data;
    const background = plain ? `rgb(${[r, g, b]})` : '';
    const scheme = r + g + b < 384 ? 'dark' : 'light';
    const { fontFamily: font, fontSize: size, color } = getComputedStyle(place);
    return new URLSearchParams({ font, size, color, accent, background, scheme }).toString();
  };

  /** @param {() => void} work */
  const safely = (work) => () => {
    try {
      work();
    } catch (error) {
      console.warn(error);
    }
  };

  const embedAll = safely(() => {
    /** @type {NodeListOf<HTMLElement>} */
    const places = document.querySelectorAll('[data-binh-luan]:not([data-binh-luan=framed])');
    places.forEach(embed);
  });
  embedAll();
  addEventListener('DOMContentLoaded', embedAll);
})();
