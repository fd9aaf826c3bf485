import { type MailText, mailText } from '../../platform/mail/mail-text';

/** The recipient of a message, and the site that it names. */
interface Recipient {
  readonly name: string;
  /** The address of Docket. */
  readonly site: string;
}

/** @param link the address of the page that sets the password */
export function invitation({ name, site }: Recipient, link: string, inviter: string, hours: number): MailText {
  return {
    subject: 'Your invitation to Docket',
    text: mailText(
      `Hello ${name},`,
      `${inviter} has invited you to Docket, the support desk at ${site}`,
      `Choose your password here. The link works once, for ${inHours(hours)}:`,
      link,
      'If you do not expect this invitation, ignore this mail.',
    ),
  };
}

/** @param link the address of the page that sets the password */
export function passwordReset({ name, site }: Recipient, link: string, hours: number): MailText {
  return {
    subject: 'A new password for Docket',
    text: mailText(
      `Hello ${name},`,
      `Somebody asked for a new password for your account at ${site}`,
      `Choose it here. The link works once, for ${inHours(hours)}:`,
      link,
      'If it was not you, ignore this mail. Your password stays as it is.',
    ),
  };
}

/** @param at the time of the change */
export function passwordChanged({ name, site }: Recipient, at: Date, resetPage: string): MailText {
  return {
    subject: 'Your password for Docket was changed',
    text: mailText(
      `Hello ${name},`,
      `The password of your account at ${site} was changed on ${inUtc(at)}.`,
      `If it was not you, ask for a new password at once, and tell an administrator: ${resetPage}`,
    ),
  };
}

function inHours(hours: number): string {
  return hours === 1 ? 'an hour' : `${hours} hours`;
}

/** 27 November 2026, 10:14 UTC: the zone of the person is not known. */
function inUtc(time: Date): string {
  const text = time.toLocaleString('en-GB', { dateStyle: 'long', timeStyle: 'short', timeZone: 'UTC' });
  return `${text.replace(' at ', ', ')} UTC`;
}
