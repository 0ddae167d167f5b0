import { z } from '@hono/zod-openapi';
import { knownMailboxOf } from '../../../notices/mail/mailbox.ts';
import { Problem } from '../../../problem.ts';
import { saveChoices, usualChoices } from '../../../store/notices/digest-choices.ts';
import { askMailbox, forgetMailbox } from '../../../store/notices/moderator-mailboxes.ts';
import type { Deps } from '../../deps.ts';
import { parseOrRefuse } from '../../field-errors.ts';
import { readForm } from '../../form.ts';
import { newRoutes } from '../../routes.ts';
import { orRefuse, tellDone } from '../account-view.ts';

const address = z.object({ email: z.email().max(254) });

const orUsual = <Schema extends z.ZodType>(schema: Schema) =>
  z.preprocess((value) => (value === '' ? undefined : value), schema);
const ticked = z
  .literal('yes')
  .optional()
  .transform((value) => value === 'yes');

const choices = z.object({
  site: z.string().max(64),
  choice: z.enum(['never', 'waiting', 'daily']),
  minutes: orUsual(z.coerce.number().int().min(5).max(1440).default(usualChoices.minutes)),
  at: orUsual(
    z
      .string()
      .regex(/^([01]\d|2[0-3]):[0-5]\d$/)
      .default('07:00'),
  ),
  appeals: ticked,
  reports: ticked,
});

/** Where a signed-in moderator gets letters, and of what. */
export function accountMailRoutes(deps: Deps) {
  const { database, now } = deps;
  const routes = newRoutes();
  routes.post('/moderation/account/mail', (context) =>
    orRefuse(deps, context, 'mail', async () => {
      if (!deps.mail) throw noMail();
      const { email } = parseOrRefuse(address, await readForm(context));
      const asked = {
        moderator: context.get('moderator').id,
        email,
        mailbox: await knownMailboxOf(deps, email),
      };
      if (!(await askMailbox(database, asked, now()))) throw askedLately();
      return tellDone(context, 'mail-asked');
    }),
  );
  routes.post('/moderation/account/mail/remove', async (context) => {
    await forgetMailbox(database, context.get('moderator').id);
    return tellDone(context, 'mail-removed');
  });
  routes.post('/moderation/account/mail/digest', (context) =>
    orRefuse(deps, context, 'digest', async () => {
      if (!deps.mail) throw noMail();
      const { site, at, ...chosen } = parseOrRefuse(choices, await readForm(context));
      const { id: moderator, sites } = context.get('moderator');
      if (!sites.includes(site)) throw notTheirs();
      const minuteOfDay = 60 * Number(at.slice(0, 2)) + Number(at.slice(3));
      await saveChoices(database, { moderator, site }, { ...chosen, minuteOfDay }, now());
      return tellDone(context, 'mail-chosen');
    }),
  );
  return routes;
}

function noMail(): Problem {
  return new Problem('not-found', { vi: 'Dịch vụ này không gửi thư.', en: 'This service sends no mail.' });
}

function notTheirs(): Problem {
  return new Problem('not-found', {
    vi: 'Không có trang báo này, hoặc bạn không duyệt trang này.',
    en: 'There is no such site, or it is not one of yours.',
  });
}

function askedLately(): Problem {
  return new Problem(
    'too-fast',
    {
      vi: 'Mỗi giờ chỉ gửi một thư xác nhận. Vui lòng tìm trong hộp thư, cả trong thư rác, hoặc thử lại sau một giờ.',
      en: 'One letter to confirm is sent within an hour. Please look for it, among spam too, or try again in an hour.',
    },
    { retryAfterSeconds: 3600 },
  );
}
