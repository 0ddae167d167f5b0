import { html } from 'hono/html';
import type { Language } from '../../language/language.ts';
import { type Html, layout } from '../layout.ts';
import { type Content, type Endpoint, endpointsOf, nameOf, type OpenApi, type Operation } from './openapi.ts';
import { renderSchema } from './schema.ts';
import { signing } from './signing.ts';
import { docsWording, problemMeanings } from './wording.ts';

/** The reference of the API, from its OpenAPI 3.1 document. */
export function docsPage(openapi: object, language: Language): Html {
  const document = openapi as OpenApi;
  const words = docsWording[language];
  const endpoints = endpointsOf(document);
  const schemas = Object.entries(document.components?.schemas ?? {});
  return layout({
    language,
    title: `${words.title} - ${document.info.title}`,
    styles: ['docs'],
    body: html`<main>
<h1>${words.title}</h1>
<p class="quiet">${document.info.title} ${document.info.version}. ${words.document} <a href="/openapi.json">openapi.json</a></p>
${document.info.description && html`<p>${document.info.description}</p>`}
${contents(endpoints, schemas.length > 0, language)}
<h2 id="operations">${words.operations}</h2>
${endpoints.map((endpoint) => operation(endpoint, language))}
${schemas.length > 0 && html`<h2 id="schemas">${words.schemas}</h2>`}
${schemas.map(
  ([name, schema]) => html`<section class="entry" id="schema-${name}" aria-labelledby="name-${name}">
<h3 id="name-${name}">${name}</h3>
<div class="schema">${renderSchema(schema, language)}</div></section>\n`,
)}
${identity(language)}
${problems(language)}
</main>`,
  });
}

function contents(endpoints: readonly Endpoint[], hasSchemas: boolean, language: Language): Html {
  const words = docsWording[language];
  return html`<nav aria-label="${words.contents}"><ul>
${endpoints.map(
  ({ id, method, path, summary }) =>
    html`<li><a href="#${id}"><code>${method} ${path}</code></a>${summary && html` ${summary}`}</li>\n`,
)}
${hasSchemas && html`<li><a href="#schemas">${words.schemas}</a></li>`}
<li><a href="#identity">${words.identity}</a></li>
<li><a href="#problems">${words.problems}</a></li>
</ul></nav>`;
}

function operation(endpoint: Endpoint, language: Language): Html {
  const { id, method, path, summary, description, requestBody, responses } = endpoint;
  const words = docsWording[language];
  return html`<section class="entry" id="${id}" aria-labelledby="title-${id}">
<h3 id="title-${id}"><code><span class="method">${method}</span> ${path}</code></h3>
${summary && html`<p>${summary}</p>`}
${description && html`<p>${description}</p>`}
${parameters(endpoint, language)}
${requestBody?.content && html`<h4>${words.body}</h4>${content(requestBody.content, language)}`}
<h4>${words.answers}</h4>
<dl>${Object.entries(responses ?? {}).map(
    ([status, answer]) =>
      html`<dt><b>${status}</b></dt><dd>${answer.description} ${answer.content && content(answer.content, language)}</dd>`,
  )}</dl>
</section>\n`;
}

function parameters({ parameters = [] }: Operation, language: Language) {
  if (parameters.length === 0) return '';
  const words = docsWording[language];
  return html`<h4>${words.parameters}</h4><ul>${parameters.map((parameter) => {
    if ('$ref' in parameter) return html`<li><b>${nameOf(parameter.$ref)}</b></li>`;
    const { name, required, description, schema } = parameter;
    return html`<li><b>${name}</b> <span class="quiet">${parameter.in}${required && `, ${words.required}`}</span>
${schema && renderSchema(schema, language)}${description && description !== schema?.description && ` ${description}`}</li>`;
  })}</ul>`;
}

function content(types: Content, language: Language): Html {
  return html`${Object.entries(types).map(
    ([type, { schema }]) =>
      html`<div class="schema"><span class="quiet">${type}</span> ${schema && renderSchema(schema, language)}</div>`,
  )}`;
}

/** How a site vouches for its readers. */
function identity(language: Language): Html {
  const words = docsWording[language];
  return html`<h2 id="identity">${words.identity}</h2>
${words.identityLead.map((sentence) => html`<p>${sentence}</p>`)}
${signing.map(
  ({ language: name, code }) => html`<section class="entry"><h3>${name}</h3>
<pre tabindex="0" role="region" aria-label="${name}"><code>${code}</code></pre></section>\n`,
)}`;
}

function problems(language: Language): Html {
  const words = docsWording[language];
  return html`<h2 id="problems">${words.problems}</h2>
<p>${words.problemsLead}</p>
<dl>${Object.entries(problemMeanings).map(
    ([kind, meaning]) => html`<dt id="${kind}"><code>${kind}</code></dt><dd>${meaning[language]}</dd>\n`,
  )}</dl>`;
}
