import ipaddr from 'ipaddr.js';
import { z } from 'zod';
import { plainAddress } from './world/origin.ts';

const logLevels = ['debug', 'info', 'warn', 'error', 'silent'] as const;

/** Every setting of the process: what it takes, and its default. */
const environment = z.object({
  PORT: z.coerce.number().int().min(1).max(65535).default(8787).describe('a whole number from 1 to 65535'),
  HOST: z.string().min(1).default('127.0.0.1').describe('a host name or address to listen on'),
  DATA_DIR: z.string().min(1).default('./data').describe('a folder, created if absent'),
  SECRET: z.string().refine(isSecret).optional().describe('at least 32 characters'),
  PUBLIC_URL: z
    .string()
    .refine((url) => plainAddress(url) !== undefined)
    .transform((url) => plainAddress(url) ?? url)
    .optional()
    .describe('an http or https address, with a path where the service has one'),
  TRUSTED_PROXIES: z
    .union([z.cidrv4(), z.cidrv6(), z.ipv4(), z.ipv6()])
    .array()
    .default([])
    .describe('addresses or CIDR ranges, separated by commas'),
  LOG_LEVEL: z
    .enum(logLevels)
    .default('info')
    .describe(`one of ${logLevels.join(', ')}`),
});

export const settingNames = environment.keyof().options;

export type LogLevel = (typeof logLevels)[number];
export type Settings = z.infer<typeof environment>;

/** Reads the environment; throws an Error of one line that names the first wrong setting and what it takes. */
export function readSettings(variables: Record<string, string | undefined>): Settings {
  const given: Record<string, unknown> = {};
  for (const name of settingNames) {
    const value = variables[name];
    if (value !== undefined && (value !== '' || name === 'SECRET'))
      given[name] = name === 'TRUSTED_PROXIES' ? splitList(value) : value;
  }
  const parsed = environment.safeParse(given);
  if (parsed.success) return parsed.data;
  const name = String(parsed.error.issues[0]?.path[0]) as keyof Settings;
  throw new Error(`${name} must be ${environment.shape[name].description}`);
}

/** White space around it does not count, nor what a file holds that was made long and never written. */
export function isSecret(text: string): boolean {
  return text.replace(/^[\s\0]+|[\s\0]+$/gu, '').length >= 32;
}

/** What readers' browsers see: as given, or where it listens, as this machine opens it. */
export function publicUrlOf({ PUBLIC_URL, HOST, PORT }: Settings): string {
  if (PUBLIC_URL) return PUBLIC_URL;
  const host = isEveryAddress(HOST) ? 'localhost' : HOST;
  return `http://${host.includes(':') ? `[${host}]` : host}:${PORT}`;
}

/** Whether it is listened on every address of the machine, which is none that a browser could open. */
export function isEveryAddress(host: string): boolean {
  return ipaddr.isValid(host) && /^[0:.]+$/.test(ipaddr.parse(host).toString());
}

function splitList(value: string): string[] {
  return value.split(',').map((part) => part.trim());
}
