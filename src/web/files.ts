import { html } from 'hono/html';
import { addressOf, type FileName, importsOf } from '../assets/address.ts';

type ScriptName = Extract<FileName, `${string}.js`>;
export type StyleName = Extract<FileName, `${string}.css`> extends `${infer Name}.css` ? Name : never;

export function stylesheet(name: StyleName) {
  return html`<link rel="stylesheet" href="${addressOf(`${name}.css`)}">`;
}

/** Runs where it stands, before what follows is shown. */
export function script(name: ScriptName) {
  return html`<script src="${addressOf(name)}"></script>`;
}

/** Runs once the page is there; what it imports is asked for together with it. */
export function moduleScript(name: ScriptName) {
  return html`<script type="module" src="${addressOf(name)}"></script>${importsOf(name).map(
    (address) => html`<link rel="modulepreload" href="${address}">`,
  )}`;
}
