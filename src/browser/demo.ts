// The first-run page as a site whose readers sign in: whenever it is asked who reads, it asks its own server.
addEventListener('binh-luan:identity', async ({ target }) => {
  if (!(target instanceof HTMLElement)) return;
  const answer = await fetch(location.href);
  const page = new DOMParser().parseFromString(await answer.text(), 'text/html');
  target.dataset.identity = page.querySelector<HTMLElement>('[data-identity]')?.dataset.identity ?? '';
});
