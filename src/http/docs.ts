import type { OpenAPIHono } from '@hono/zod-openapi';
import { identityHeader } from '../readers/identity.ts';
import { docsPage } from '../web/docs/page.ts';
import type { Env } from './deps.ts';
import { sessionCookie } from './guard.ts';
import { describeWebhooks } from './owner/channels/described.ts';
import { languageOf } from './problems.ts';

const described = {
  openapi: '3.1.0',
  info: {
    title: 'binh-luan',
    version: '1',
    description: 'Comments under articles: sent, screened, decided by a moderator, and only then published.',
  },
};

/** Describes the routes by the very schemas that parse their requests. */
export function describeApi(app: OpenAPIHono<Env>, base: string): void {
  const about = { ...described, servers: [{ url: base || '/' }] };
  const { openAPIRegistry: registry } = app;
  registry.registerComponent('securitySchemes', 'token', { type: 'http', scheme: 'bearer' });
  registry.registerComponent('securitySchemes', 'session', {
    type: 'apiKey',
    in: 'cookie',
    name: sessionCookie,
  });
  registry.registerComponent('securitySchemes', 'identity', {
    type: 'apiKey',
    in: 'header',
    name: identityHeader,
    description: 'A token by which the site vouches for its reader; see the header of that name.',
  });
  describeWebhooks(app);
  app.get('/openapi.json', (context) => context.json(app.getOpenAPI31Document(about)));
  app.get('/docs', (context) =>
    context.html(docsPage({ ...app.getOpenAPI31Document(about) }, languageOf(context))),
  );
}
