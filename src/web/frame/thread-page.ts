import { html } from 'hono/html';
import { addressOf } from '../../assets/address.ts';
import { moduleScript, script } from '../files.ts';
import { type Html, layout } from '../layout.ts';
import { formatNumber } from '../time.ts';
import { carried, hidden } from './carried.ts';
import { commentForm } from './comment-form.ts';
import { commentList } from './comment-list.ts';
import { formId, postAddress, sameAddress } from './frame-address.ts';
import { type FrameWording, frameWording } from './frame-wording.ts';
import { icon, icons } from './icons.ts';
import { signInFirst } from './identity/sign-in.ts';
import { ownComment, sentNotice } from './own-comment.ts';
import { pickList } from './picks.ts';
import type { ThreadView } from './thread-view.ts';

/** The frame under an article: the form to write, what the newsroom picked, and what readers wrote. */
export function threadPage(view: ThreadView): Html {
  const { site, article } = view;
  const words = frameWording[site.language];
  const title = article.title ?? site.name;
  return layout({
    language: site.language,
    title: `${words.heading} - ${title}`,
    styles: ['frame'],
    plain: true,
    head: html`<meta name="robots" content="noindex">
${script('theme.js')}
${moduleScript('frame.js')}`,
    body: html`${icons}
<main class="frame" aria-labelledby="heading" data-site="${site.id}" data-article="${view.host.key}" data-count="${article.count}"
  data-worker="${addressOf('worker.js')}" data-captcha="${view.form.captcha ? site.captcha : 'off'}" data-limit="${site['max-length']}" data-offline="${words.offline}" data-unloaded="${words.unloaded}"${site.identity !== 'off' && html` data-identity="${site.identity}"`}${view.reader && html` data-identified`}>
<h1 class="alone">${title}</h1>
<div class="page">
<header class="head"><h2 id="heading">${words.heading} ${
      article.count > 0 && html`<span class="count">(${formatNumber(article.count, site.language)})</span>`
    }</h2></header>
<div id="write">
${isToldOnTop(view) && view.sent && sentNotice(view.sent, view, words)}
${article.open ? writing(view, words) : closed(view.form.body, words)}
</div>
${pickList(view, words)}
${commentList(view, words)}
</div>
${own(view, words)}
${likes(view)}
<p id="announcer" class="unseen" role="status"></p>
</main>`,
  });
}

/** Whoever answers has one form, under what is answered, and a way back to this one. */
function writing(view: ThreadView, words: FrameWording): Html {
  if (view.form.closedTo !== null) return signInFirst(view, view.form, words);
  if (view.form.parent)
    return html`<p><a class="button" href="${sameAddress(view, {})}#${formId}">${words.write}</a></p>`;
  return html`${commentForm(view, view.form, words)}${clearedNotice(view, words)}`;
}

/** What waits as an answer is told of where it stands. */
function isToldOnTop({ sent }: ThreadView): boolean {
  return sent !== null && (sent.state !== 'pending' || sent.parentId === null);
}

/** Who was writing when it was closed has the words still. */
function closed(typed: string, words: FrameWording): Html {
  return html`<div class="notice">${icon('lock')}<p><strong>${words.closed}</strong> ${words.thanks}</p></div>
${typed && html`<textarea class="in" rows="4" readonly aria-label="${words.body}">\n${typed}</textarea>`}`;
}

/** What was cleared just now goes along, to be had back. */
function clearedNotice(view: ThreadView, words: FrameWording) {
  const { cleared } = view.form;
  if (!cleared) return '';
  return html`<form class="notice" method="post" action="${postAddress(view)}">
${carried(view)}${Object.entries(cleared).map(([name, value]) => hidden(name, value))}
<p class="row"><span>${words.cleared}</span><button class="act" name="do" value="restore">${words.restore}</button></p></form>`;
}

/** For a script: what this device has sent, and how one of these looks. */
function own(view: ThreadView, words: FrameWording): Html {
  return html`<details class="mine" id="own" hidden><summary class="act">${words.own} <span class="n"></span></summary>
<p class="hint">${words.ownHint}</p><ol></ol>
<p><button class="act" type="button" data-do="forget">${words.forget}</button></p></details>
<template id="own-comment">${ownComment(null, view, words)}</template>`;
}

/** The form that likes, of which each comment has a button. */
function likes(view: ThreadView): Html {
  return html`${view.site.likes === 'on' && html`<form id="thich" method="post" action="${postAddress(view)}/likes">${carried(view)}</form>`}`;
}
