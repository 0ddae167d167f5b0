import { Duplicate } from '../store/database.ts';
import { addSite, findSite, setSite } from '../store/sites.ts';
import type { World } from '../world/world.ts';
import { siteSettings } from './site.ts';

/** The site of the first-run page; it may always be framed and read from where the service itself is seen. */
export async function ensureDemoSite({ database, now }: World, publicUrl: string): Promise<void> {
  const { origin } = new URL(publicUrl);
  const demo = await findSite(database, 'demo');
  if (demo?.origins.includes(origin)) return;
  if (demo) return setSite(database, 'demo', { origins: [...demo.origins, origin] });
  const settings = siteSettings.parse({ name: 'Trang giới thiệu', origins: [origin] });
  try {
    await addSite(database, { id: 'demo', ...settings }, now());
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
  }
}
