import { quoted } from '../language/quoted.ts';
import { alike } from '../language/typed.ts';
import { type SiteSetting, type SiteSettings, siteSettingNames, siteSettings } from './site.ts';

const listSeparators: Partial<Record<SiteSetting, string>> = {
  origins: ',',
  'reject-reasons': ';',
  'reserved-names': ';',
  'article-query': ',',
};

/** Reads one setting from a command line; throws an Error that says what the setting takes. */
export function parseSiteSetting(name: string, value: string): Partial<SiteSettings> {
  const known = siteSettingNames.find((one) => one === alike(name));
  if (!known) throw new Error(`no setting "${name}"; a site has ${siteSettingNames.join(', ')}`);
  const separator = listSeparators[known];
  const parsed = siteSettings.shape[known].safeParse(separator ? splitList(value, separator) : value);
  if (!parsed.success)
    throw new Error(`${known} takes ${siteSettings.shape[known].description}, not ${quoted(value)}`);
  return { [known]: parsed.data };
}

/** The parts that are not empty. */
export function splitList(text: string, separator: string): string[] {
  return text
    .split(separator)
    .map((part) => part.trim())
    .filter(Boolean);
}
