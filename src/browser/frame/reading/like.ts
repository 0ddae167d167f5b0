// One tap, told at once and taken back where the service does not take it. What this device likes it remembers.
import { home } from '../../home.ts';
import { keep, listIn, readKept } from '../kept.ts';
import { complain, formatNumber, one, root, siteKey, Told } from '../page.ts';

const key = siteKey('likes');
const most = 500;

export async function like(button: HTMLButtonElement): Promise<void> {
  const liked = button.getAttribute('aria-pressed') !== 'true';
  const before = Number(one('.n', button).dataset.n);
  complain('', button);
  show(button, liked, Math.max(0, before + (liked ? 1 : -1)));
  try {
    const address = `${home}api/v1/sites/${root.dataset.site}/comments/${button.value}/like`;
    const answer = await fetch(address, { method: liked ? 'PUT' : 'DELETE' });
    const { likes, liked: isLiked, detail } = await answer.json();
    if (!answer.ok) throw new Told(detail);
    show(button, isLiked, likes);
    remember(button.value, isLiked);
  } catch (error) {
    show(button, !liked, before);
    complain(error instanceof Told ? error.message : (root.dataset.unloaded ?? ''), button);
  }
}

/** Those that this device likes, among the comments that are shown. */
export function showLiked(): void {
  for (const id of readLikes())
    document.querySelector(`button.act[value="${CSS.escape(id)}"]`)?.setAttribute('aria-pressed', 'true');
}

function readLikes(): string[] {
  return listIn(readKept(key)).filter((id) => typeof id === 'string');
}

function show(button: HTMLButtonElement, liked: boolean, likes: number): void {
  button.setAttribute('aria-pressed', String(liked));
  const count = one('.n', button);
  count.dataset.n = String(likes);
  count.textContent = likes > 0 ? formatNumber(likes) : '';
}

function remember(id: string, liked: boolean): void {
  const others = readLikes().filter((one) => one !== id);
  keep(key, liked ? [id, ...others].slice(0, most) : others);
}
