// One tap, told at once and taken back where the service does not take it. What this device likes it remembers.
import { home } from '../../home.ts';
import { keep, listIn, readKept } from '../kept.ts';
import { complain, formatNumber, isKnown, one, root, siteKey, Told } from '../page.ts';
import { ask } from '../request.ts';

const key = siteKey('likes');
const most = 500;

interface Standing {
  liked: boolean;
  likes: number;
}

/** What the service takes its likes to be, once all that was tapped before is answered. */
const standings = new WeakMap<HTMLButtonElement, Promise<Standing>>();

/** Taps are sent one after another, so that the last one holds. */
export async function like(button: HTMLButtonElement): Promise<void> {
  const { liked, likes } = shown(button);
  const before = standings.get(button) ?? Promise.resolve({ liked, likes });
  complain('', button);
  show(button, { liked: !liked, likes: Math.max(0, likes + (liked ? -1 : 1)) });
  const after = before.then((standing) => send(button, !liked, standing));
  standings.set(button, after);
  const standing = await after;
  if (standings.get(button) === after) show(button, standing);
}

/** Whoever leaves before it is answered has liked all the same. */
async function send(button: HTMLButtonElement, liked: boolean, before: Standing): Promise<Standing> {
  remember(button.value, liked);
  try {
    const address = `${home}api/v1/sites/${root.dataset.site}/comments/${button.value}/like`;
    const answer = await ask(address, { method: liked ? 'PUT' : 'DELETE', keepalive: true });
    const { likes, liked: isLiked, detail } = await answer.json();
    if (!answer.ok) throw new Told(detail);
    remember(button.value, isLiked);
    return { liked: isLiked, likes };
  } catch (error) {
    remember(button.value, before.liked);
    complain(error instanceof Told ? error.message : (root.dataset.unloaded ?? ''), button);
    return before;
  }
}

/** As a page has them that came for another reader; what it does not show is liked no more. */
export function markLikes(page: Document): void {
  for (const button of document.querySelectorAll<HTMLButtonElement>('button[data-do=like]')) {
    const theirs = page.querySelector(`button[data-do=like][value="${CSS.escape(button.value)}"]`);
    button.setAttribute('aria-pressed', theirs?.getAttribute('aria-pressed') ?? 'false');
  }
  showLiked();
}

/** Those that this device likes, among the comments that are shown; of a known reader the service says it. */
export function showLiked(): void {
  if (isKnown()) return;
  for (const id of readLikes())
    document.querySelector(`button.act[value="${CSS.escape(id)}"]`)?.setAttribute('aria-pressed', 'true');
}

function readLikes(): string[] {
  return listIn(readKept(key)).filter((id) => typeof id === 'string');
}

function shown(button: HTMLButtonElement): Standing {
  return {
    liked: button.getAttribute('aria-pressed') === 'true',
    likes: Number(one('.n', button).dataset.n),
  };
}

function show(button: HTMLButtonElement, { liked, likes }: Standing): void {
  button.setAttribute('aria-pressed', String(liked));
  const count = one('.n', button);
  count.dataset.n = String(likes);
  count.textContent = likes > 0 ? formatNumber(likes) : '';
}

/** Of a known reader the service does. */
function remember(id: string, liked: boolean): void {
  if (isKnown()) return;
  const others = readLikes().filter((one) => one !== id);
  keep(key, liked ? [id, ...others].slice(0, most) : others);
}
