import { addressOf, own } from './address.ts';
import { safely } from './safely.ts';
import { themeOf } from './theme.ts';

/** Puts a frame with the comments into a place: as high as they are, and in the colours around it. */
export function frameIn(place: HTMLElement): void {
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
  followHeight(frame);
  onThemeChange(follow);
}

function followHeight(frame: HTMLIFrameElement): void {
  addEventListener('message', ({ source, origin, data }) => {
    const ours = source === frame.contentWindow && origin === own;
    if (ours && data.type === 'binh-luan:height') frame.style.height = `${+data.height}px`;
  });
}

function onThemeChange(follow: () => void): void {
  addEventListener('transitionend', ({ propertyName }) => {
    if (/color$/.test(propertyName)) follow();
  });
  matchMedia('(prefers-color-scheme: dark)').onchange = follow;
  const observer = new MutationObserver(follow);
  const attributeFilter = ['class', 'style', 'data-theme'];
  observer.observe(document.documentElement, { attributeFilter });
  observer.observe(document.body, { attributeFilter });
}
