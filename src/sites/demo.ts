import { actBy, byService } from '../store/acts/record.ts';
import { Duplicate } from '../store/database.ts';
import { setSite } from '../store/site-settings.ts';
import { addSite, findSite } from '../store/sites.ts';
import type { ActWorld } from '../world/world.ts';
import { siteSettings } from './site.ts';

/**
 * The site of the first-run page, with the picture in plain sight; it may always be framed and read from where the
 * service itself is seen.
 */
export async function ensureDemoSite(world: ActWorld, publicUrl: string): Promise<void> {
  const { database } = world;
  const { origin } = new URL(publicUrl);
  const demo = await findSite(database, 'demo');
  if (demo?.origins.includes(origin)) return;
  const act = actBy(world, byService);
  if (demo) return setSite(database, 'demo', { origins: [...demo.origins, origin] }, act);
  const settings = siteSettings.parse({
    name: 'Trang giới thiệu',
    origins: [origin],
    captcha: 'on',
    'work-held': 'on',
    identity: 'offered',
  });
  try {
    await addSite(database, { id: 'demo', ...settings }, act);
  } catch (error) {
    if (!(error instanceof Duplicate)) throw error;
  }
}
