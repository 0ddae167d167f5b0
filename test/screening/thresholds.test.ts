import { expect, test } from 'vitest';
import { usualHoldAt } from '../../src/filter/screen.ts';
import { siteSettings } from '../../src/sites/site.ts';
import { findSite } from '../../src/store/sites.ts';
import { startService } from '../support/service.ts';

test('a new site and the filter alone hold by the same thresholds; an older site keeps those it was made with', async () => {
  const service = await startService();
  const settings = siteSettings.parse({ name: 'Báo' });
  const stored = await findSite(service.deps.database, 'demo');
  expect({ abuse: settings['hold-abuse-at'], spam: settings['hold-spam-at'] }).toEqual(usualHoldAt);
  expect({ abuse: stored?.['hold-abuse-at'], spam: stored?.['hold-spam-at'] }).toEqual({
    abuse: 0.98,
    spam: 0.6,
  });
});
