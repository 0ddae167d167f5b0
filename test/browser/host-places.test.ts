import { afterAll, beforeAll, expect, test } from 'vitest';
import { articlesIn, frameOf, type Host, startHost } from '../support/host-page.ts';

// Pages whose elements come, change, move and go.

let host: Host;

beforeAll(async () => {
  host = await startHost();
  const place = '<div id="noi" data-binh-luan data-site="bao" data-article="/tin/a"></div>';
  host.serve('/tin/a', `<main>${place}</main>${host.script}`);
  host.serve('/trong', `<main></main>${host.script}`);
  host.serve('/duong', `<main><div data-binh-luan data-site="bao"></div></main>${host.script}`);
});

afterAll(() => host?.stop());

test('another article in an element is another frame, so that no comment comes under the wrong one', async () => {
  const { page } = await host.open('/tin/a');
  await frameOf(page);
  await page.evaluate(() => document.querySelector('#noi')?.setAttribute('data-article', '/tin/b'));
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/b']);
  const frame = await frameOf(page);
  await frame.fill('[name=author]', 'Minh');
  await frame.fill('[name=body]', 'Ý kiến về bài thứ hai');
  await frame.getByRole('button', { name: 'Gửi bình luận' }).last().click();
  await frame.waitForSelector('#binh-luan-status');
  const list = async (key: string) => {
    const query = new URLSearchParams({ article: key });
    const answer = await fetch(`${host.service.url}/api/v1/sites/bao/comments?${query}`);
    const { comments } = (await answer.json()) as { comments: { body: string }[] };
    return comments.map(({ body }) => body);
  };
  expect([await list('/tin/a'), await list('/tin/b')]).toEqual([[], ['Ý kiến về bài thứ hai']]);
});

test('where an element names no article, another address of the page is another frame', async () => {
  const { page } = await host.open('/duong');
  await frameOf(page);
  await page.evaluate(() => {
    history.pushState(null, '', '/duong/hai');
    document.title = 'Bài thứ hai';
  });
  await expect.poll(() => articlesIn(page)).toEqual(['/duong/hai']);
  await page.goBack();
  await page.evaluate(() => document.querySelector('main')?.classList.add('moi'));
  await expect.poll(() => articlesIn(page)).toEqual(['/duong']);
});

test('another title, a filter in the address or a mark in it keeps the frame of an article with a key', async () => {
  const { page } = await host.open('/tin/a');
  await frameOf(page);
  await page.evaluate(() => {
    document.querySelector('iframe')?.setAttribute('data-known', '');
    history.replaceState(null, '', '/tin/a?loc=moi#muc');
    document.title = '(1) Tin của báo';
    document.querySelector('main')?.append(
      Object.assign(document.createElement('div'), {
        innerHTML: '<p data-binh-luan data-site="bao" data-article="/tin/c">',
      }),
    );
  });
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/a', '/tin/c']);
  expect(await page.locator('iframe[data-known]').count()).toBe(1);
});

test('elements that come later are framed, those that go are let go, one that is put elsewhere works on', async () => {
  const { page } = await host.open('/trong');
  await page.evaluate(() => {
    const main = document.querySelector('main');
    for (const name of ['mot', 'hai', 'ba'])
      main?.insertAdjacentHTML(
        'beforeend',
        `<div id="${name}" data-binh-luan data-site="bao" data-article="/${name}">`,
      );
  });
  await expect.poll(() => articlesIn(page)).toEqual(['/mot', '/hai', '/ba']);
  await page.evaluate(() => {
    document.querySelector('#hai')?.remove();
    document.querySelector('main')?.prepend(document.querySelector('#ba') ?? '');
  });
  await expect.poll(() => articlesIn(page)).toEqual(['/ba', '/mot']);
  const frame = await frameOf(page, '#ba iframe');
  const height = () => page.locator('#ba iframe').evaluate((element) => element.clientHeight);
  const inside = () =>
    frame.evaluate(() => Math.ceil(document.documentElement.getBoundingClientRect().height));
  await expect.poll(async () => (await height()) - (await inside())).toBe(0);
});

test('an element that is replaced, emptied, or loses its name is followed', async () => {
  const { page } = await host.open('/tin/a');
  await frameOf(page);
  await page.evaluate(() => {
    const old = document.querySelector('#noi');
    const copy = old?.cloneNode(true) as HTMLElement;
    copy.dataset.article = '/tin/d';
    old?.replaceWith(copy);
  });
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/d']);
  await page.evaluate(() => document.querySelector('#noi')?.replaceChildren());
  await expect.poll(() => articlesIn(page)).toEqual(['/tin/d']);
  await page.evaluate(() => document.querySelector('#noi')?.removeAttribute('data-binh-luan'));
  await expect.poll(() => articlesIn(page)).toEqual([]);
});

test('fifteen views, with the script pasted in each, listen no more than one', async () => {
  const { page } = await host.open('/trong');
  const session = await page.context().newCDPSession(page);
  const listeners = async () => {
    await session.send('HeapProfiler.collectGarbage');
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'JSEventListeners')?.value ?? 0;
  };
  await session.send('Performance.enable');
  const view = async (name: string) => {
    await page.evaluate(
      ([article = '', source = '']) => {
        const main = document.querySelector('main');
        main?.replaceChildren();
        main?.insertAdjacentHTML(
          'beforeend',
          `<div data-binh-luan data-site="bao" data-article="${article}">`,
        );
        main?.append(Object.assign(document.createElement('script'), { src: source }));
      },
      [name, `${host.service.url}/embed.js`],
    );
    await expect.poll(() => articlesIn(page)).toEqual([name]);
    await frameOf(page);
  };
  await view('/1');
  const first = await listeners();
  for (let number = 2; number <= 15; number += 1) await view(`/${number}`);
  await expect.poll(listeners).toBeLessThanOrEqual(first);
});
