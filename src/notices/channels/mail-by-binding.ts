import { textOf } from '../mail/letter.ts';
import { htmlOf } from '../mail/letter-html.ts';
import { headersOf, type Mail } from './mail.ts';
import type { MailBinding } from './mail-binding.ts';

/** On Workers: by the platform, which sets the id and the signature of the message itself. */
export function bindingMail(binding: MailBinding, from: string): Mail {
  return async (letter) => {
    const { to, sender: name, subject } = letter;
    await binding.send({
      ...{ to, from: { email: from, name }, subject, headers: headersOf(letter) },
      ...{ text: textOf(letter), html: htmlOf(letter) },
    });
  };
}
