import { expect, test } from 'vitest';
import { parseSiteSetting } from '../../src/sites/parse-setting.ts';
import { type SiteSetting, siteSettingNames, siteSettings } from '../../src/sites/site.ts';

/** What a setting of a site does not take, beside what no number and no choice of words takes. */
const mistakes: Partial<Record<SiteSetting, string>> = {
  name: 'Báo\nMới',
  origins: 'https://bao.example/tin',
  'reject-reasons': 'a'.repeat(201),
  'newsroom-name': 'a'.repeat(81),
  'reserved-names': 'a'.repeat(81),
  'article-query': 'id=1',
  notice: 'a'.repeat(2001),
  'privacy-url': 'bao.example',
  'identity-url': 'javascript:1',
  'identity-words': 'a'.repeat(301),
  'judge-url': 'ftp://bao.example',
  'judge-model': 'a'.repeat(201),
};

test('a wrong value of any setting of a site is told in one line that names it, what it takes, and what it was', () => {
  for (const name of siteSettingNames) {
    const wrong = mistakes[name] ?? 'một triệu lẻ một';
    const told = () => parseSiteSetting(name, wrong);
    const takes = siteSettings.shape[name].description ?? 'nothing that is told';
    expect(told).toThrow(`${name} takes ${takes}, not "${wrong.slice(0, 5).replace('\n', '\\n')}`);
    expect(told).toThrow(/^[^\n]{1,400}$/);
  }
});
