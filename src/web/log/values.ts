import type { Language } from '../../language/language.ts';
import { tokenWording } from '../account/token-wording.ts';
import { deskWording } from '../desk/wording.ts';
import { siteWording } from '../owner/site-wording.ts';
import { ownerWording } from '../owner/wording.ts';
import { formatNumber } from '../time.ts';
import { logPageWording } from './wording.ts';

/** What a part of an act is called. */
export function nameOf(name: string, language: Language): string {
  const settings: Record<string, readonly [string, string]> = siteWording[language].settings;
  return logPageWording[language].names[name] ?? settings[name]?.[0] ?? name;
}

/** A value as people say it: what one may choose from goes by the words of the choice. */
export function saidValue(name: string, value: unknown, language: Language): string {
  const words = logPageWording[language];
  if (value === null || value === '') return words.empty[name] ?? words.nothing;
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (Array.isArray(value)) return value.length === 0 ? words.nothing : value.join('; ');
  const choice = choicesOf(name, language)[String(value)];
  if (choice !== undefined) return choice;
  return typeof value === 'number' ? formatNumber(value, language) : String(value);
}

function choicesOf(name: string, language: Language): Partial<Record<string, string>> {
  const words = logPageWording[language];
  const site: Record<string, unknown> = siteWording[language];
  const ofSetting = name === 'settings' || name === 'groups' ? undefined : site[name];
  const others: Partial<Record<string, object>> = {
    state: { ...deskWording[language].states, ...words.switched },
    role: ownerWording[language].roles,
    scope: tokenWording[language].shortScopes,
    what: words.whats,
    format: words.formats,
  };
  return (others[name] ?? ofSetting ?? {}) as Partial<Record<string, string>>;
}
