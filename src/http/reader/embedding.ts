import { createRoute, z } from '@hono/zod-openapi';
import { cors } from 'hono/cors';
import type { Sentence } from '../../language/language.ts';
import { findSite } from '../../store/sites.ts';
import { commandLine } from '../../world/command-line.ts';
import type { Deps } from '../deps.ts';
import { languageOf } from '../problems.ts';
import { jsonAnswer, newRoutes, problems } from '../routes.ts';

const embedding = createRoute({
  method: 'get',
  path: '/api/v1/embedding',
  tags: ['Readers'],
  summary: 'Why a site’s comments do not come up on the page that asks',
  description: 'Any page may ask and read the answer. `reason` is null where nothing is wrong.',
  middleware: [cors()] as const,
  request: { query: z.object({ site: z.string().max(200).default('') }) },
  responses: {
    200: jsonAnswer(
      'What the site’s owner has to set right, if anything',
      z.object({ reason: z.enum(['site', 'origin']).nullable(), detail: z.string().nullable() }),
    ),
    ...problems,
  },
});

/** What the script in a page asks where its frame stays silent, since a browser tells it nothing. */
export function embeddingRoutes(deps: Deps) {
  return newRoutes().openapi(embedding, async (context) => {
    const { site: id } = context.req.valid('query');
    const language = languageOf(context);
    const origin = context.req.header('origin');
    const site = await findSite(deps.database, id);
    if (!site) return context.json({ reason: 'site' as const, detail: noSuchSite(id)[language] }, 200);
    if (origin === undefined || site.origins.includes(origin)) return context.json(nothingWrong, 200);
    return context.json({ reason: 'origin' as const, detail: notListed(id, origin)[language] }, 200);
  });
}

const nothingWrong = { reason: null, detail: null };

function noSuchSite(id: string): Sentence {
  if (id === '')
    return {
      vi: 'Thiếu data-site. Hãy ghi mã trang báo vào phần tử có data-binh-luan, như data-site="bao-moi".',
      en: 'data-site is missing. Name your site on the element that has data-binh-luan, like data-site="bao-moi".',
    };
  return {
    vi: `Không có trang báo "${id}". Hãy sửa data-site, hoặc thêm trang báo này: ${commandLine} site add ${id} --name TÊN --origin ĐỊA_CHỈ`,
    en: `There is no site "${id}". Correct data-site, or add the site: ${commandLine} site add ${id} --name NAME --origin URL`,
  };
}

function notListed(id: string, origin: string): Sentence {
  return {
    vi: `Trang báo "${id}" chưa cho ${origin} hiện bình luận. Hãy thêm địa chỉ này vào mục origins của trang báo (ở Quản trị, hoặc bằng lệnh site set ${id} origins …).`,
    en: `The site "${id}" does not let ${origin} show its comments. Add this origin to its setting origins (at the desk, or by the command site set ${id} origins …).`,
  };
}
