import { z } from 'zod';
import { readTyped } from '../language/typed.ts';
import { plainOrigin } from '../world/origin.ts';

export const origin = z
  .string()
  .refine((address) => plainOrigin(address) !== undefined)
  .transform((address) => plainOrigin(address) ?? '');

export const hourly = z.coerce.number().int().min(0).max(1_000_000);
export const oneLine = z
  .string()
  .overwrite(readTyped)
  .min(1)
  .max(200)
  .refine((text) => text.isWellFormed() && !/\p{Cc}/u.test(text));

export const webAddress = z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(2000)]).default('');
