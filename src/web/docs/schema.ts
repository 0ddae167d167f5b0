import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import type { Html } from '../layout.ts';
import { nameOf, type Schema } from './openapi.ts';
import { docsWording } from './wording.ts';

/** A schema as nested lists: each property with its type, limits and meaning. */
export function renderSchema(schema: Schema, language: Language): Html {
  return html`<code>${typeOf(schema, language)}</code>${link(schema)}${limits(schema)}${
    schema.description && html` ${schema.description}`
  }${parts(schema, language)}`;
}

function parts(schema: Schema, language: Language) {
  const inner = schema.properties ? schema : schema.items?.properties ? schema.items : undefined;
  if (inner?.properties) return properties(inner, inner.properties, language);
  const choices = schema.anyOf ?? schema.oneOf ?? schema.allOf;
  if (choices?.some(isStructured))
    return html`<ul>${choices.map((one) => html`<li>${renderSchema(one, language)}</li>`)}</ul>`;
  return '';
}

function properties(schema: Schema, all: Record<string, Schema>, language: Language): Html {
  const required = new Set(schema.required);
  return html`<ul>${Object.entries(all).map(
    ([name, property]) =>
      html`<li><b>${name}</b>${!required.has(name) && '?'} ${renderSchema(property, language)}</li>`,
  )}</ul>`;
}

function link({ $ref, items }: Schema) {
  const reference = $ref ?? items?.$ref;
  return (
    reference &&
    html` <a href="#schema-${nameOf(reference)}">↓<span class="unseen"> ${nameOf(reference)}</span></a>`
  );
}

function typeOf(schema: Schema, language: Language): string {
  const { $ref, enum: values, anyOf, oneOf, allOf, items, type, format } = schema;
  if ($ref) return nameOf($ref);
  if ('const' in schema) return JSON.stringify(schema.const);
  if (values) return values.map((value) => JSON.stringify(value)).join(' | ');
  if (anyOf ?? oneOf) return (anyOf ?? oneOf ?? []).map((one) => typeOf(one, language)).join(' | ');
  if (allOf) return allOf.map((one) => typeOf(one, language)).join(' & ');
  if (items) return `${docsWording[language].list} ${typeOf(items, language)}`;
  const name = Array.isArray(type) ? type.join(' | ') : (type ?? 'any');
  return format ? `${name} (${format})` : name;
}

function limits({ minimum, maximum, minLength, maxLength, default: standard }: Schema) {
  const least = minimum ?? minLength;
  const most = maximum ?? maxLength;
  const range = [least !== undefined && `≥ ${least}`, most !== undefined && isUseful(most) && `≤ ${most}`];
  const told = [...range, standard !== undefined && `= ${JSON.stringify(standard)}`].filter(Boolean);
  return told.length > 0 && html` <span class="quiet">${told.join(', ')}</span>`;
}

/** Generated documents give the largest safe integer where there is no limit. */
function isUseful(most: number): boolean {
  return most < Number.MAX_SAFE_INTEGER;
}

function isStructured(schema: Schema): boolean {
  return Boolean(schema.$ref ?? schema.properties ?? schema.items);
}
