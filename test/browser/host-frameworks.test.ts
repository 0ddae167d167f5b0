import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { build } from 'esbuild';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlesIn, frameOf, type Host, startHost } from '../support/host-page.ts';

// What sites are made with, as it comes from npm.

const resolve = createRequire(import.meta.url).resolve;
let host: Host;

/** An app that shows one article, and another when its link is followed. */
const react = `import { createElement as tag, useState } from 'react';
import { createRoot } from 'react-dom/client';
function App() {
  const [article, setArticle] = useState('/tin/mot');
  return tag('main', null,
    tag('button', { onClick: () => setArticle('/tin/hai') }, 'Bài hai'),
    tag('button', { onClick: () => setArticle('') }, 'Trang nhất'),
    article && tag('div', { 'data-binh-luan': '', 'data-site': 'bao', 'data-article': article }),
    article && tag('b', { 'data-binh-luan-count': article, 'data-site': 'bao' }));
}
createRoot(document.querySelector('#app')).render(tag(App));`;

const vue = `const { createApp, h, ref } = Vue;
createApp({ setup() {
  const articles = ref(['/tin/mot', '/tin/hai']);
  return () => h('main', [
    h('button', { onClick: () => articles.value = articles.value.toReversed() }, 'Đảo'),
    h('button', { onClick: () => articles.value = [] }, 'Trang nhất'),
    articles.value.map((article) => h('section', { key: article }, [
      h('div', { 'data-binh-luan': '', 'data-site': 'bao', 'data-article': article })])),
  ]);
} }).mount('#app');`;

const turbo = (other: string) => `<a href="${other}">Sang ${other}</a>
<div data-binh-luan data-site="bao"></div><p><b data-binh-luan-count data-site="bao"></b></p>${host.script}`;

beforeAll(async () => {
  host = await startHost();
  const stdin = { contents: react, resolveDir: import.meta.dirname };
  const define = { 'process.env.NODE_ENV': '"production"' };
  const built = await build({ stdin, define, bundle: true, write: false });
  const script = 'text/javascript; charset=utf-8';
  host.serveFile('/react.js', built.outputFiles[0]?.contents ?? '', script);
  host.serveFile('/vue.js', readFileSync(resolve('vue/dist/vue.global.prod.js')), script);
  host.serveFile('/turbo.js', readFileSync(resolve('@hotwired/turbo/dist/turbo.es2017-umd.js')), script);
  host.serveFile('/app.js', vue, script);
  host.serve('/react', `<div id="app"></div>${host.script}<script src="/react.js"></script>`);
  host.serve(
    '/vue',
    `<div id="app"></div>${host.script}<script src="/vue.js"></script><script src="/app.js"></script>`,
  );
  const head = '<script src="/turbo.js"></script>';
  host.serve('/turbo/mot', turbo('/turbo/hai'), { head });
  host.serve('/turbo/hai', turbo('/turbo/mot'), { head });
  await host.send('/tin/hai', 'Ý kiến trong ứng dụng');
  await host.send('/turbo/hai', 'Ý kiến sau khi sang trang');
});

afterAll(() => host?.stop());

test('in a React app the frame and the count go with its state', async () => {
  const { page, errors } = await host.open('/react');
  await frameOf(page);
  await page.getByRole('button', { name: 'Bài hai' }).click();
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/hai']);
  await (await frameOf(page)).waitForSelector('text=Ý kiến trong ứng dụng');
  await expect.poll(() => page.textContent('b')).toBe('1');
  await page.getByRole('button', { name: 'Trang nhất' }).click();
  await expect.poll(() => articlesIn(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('in a Vue app frames are put in another order with what they are in, and go with it', async () => {
  const { page, errors } = await host.open('/vue');
  await frameOf(page);
  await page.getByRole('button', { name: 'Đảo' }).click();
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/hai', '/tin/mot']);
  await (await frameOf(page)).waitForSelector('text=Ý kiến trong ứng dụng');
  await page.getByRole('button', { name: 'Trang nhất' }).click();
  await expect.poll(() => articlesIn(page)).toEqual([]);
  expect(errors).toEqual([]);
});

test('with Turbo each page has its own comments once, also those that come back from its memory', async () => {
  const { page, errors } = await host.open('/turbo/mot');
  await frameOf(page);
  for (const path of ['/turbo/hai', '/turbo/mot', '/turbo/hai']) {
    await page.getByRole('link', { name: `Sang ${path}` }).click();
    await expect.poll(() => articlesIn(page)).toEqual([path]);
    await frameOf(page);
    await expect.poll(() => page.textContent('b')).toBe(path === '/turbo/hai' ? '1' : '0');
  }
  await page.goBack();
  await expect.poll(() => articlesIn(page)).toEqual(['/turbo/mot']);
  await frameOf(page);
  // A frame that goes while it loads leaves requests that nobody answers.
  expect(errors.filter((line) => !/fetch|load resource/i.test(line))).toEqual([]);
});
