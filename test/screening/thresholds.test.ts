import { expect, test } from 'vitest';
import { usualHoldAt } from '../../src/filter/screen.ts';
import { siteSettings } from '../../src/sites/site.ts';
import { findSite } from '../../src/store/sites.ts';
import { startService } from '../support/service.ts';

test('a new site and the filter alone hold by the same thresholds', async () => {
  const service = await startService();
  const settings = siteSettings.parse({ name: 'Báo' });
  const stored = await findSite(service.deps.database, 'demo');
  for (const site of [settings, stored]) {
    expect({ abuse: site?.['hold-abuse-at'], spam: site?.['hold-spam-at'] }).toEqual(usualHoldAt);
  }
});
