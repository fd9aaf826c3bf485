import { ValidateBy } from 'class-validator';
import { type MailAddress, parseMailAddress } from '../mail/mail-address';

/** A mail server, and the sender of all mail. */
export interface SmtpServer {
  readonly host: string;
  readonly port: number;
  /** Whether the connection is encrypted from its first byte. */
  readonly isSecure: boolean;
  /** Whether a connection that cannot be encrypted is refused. */
  readonly requiresTls: boolean;
  readonly login?: { readonly user: string; readonly pass: string };
  readonly from: MailAddress;
}

const LOOPBACK = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|\[::1\])$/;

/** The ports of RFC 8314: mail submission over TLS, and with STARTTLS. */
const PORTS: Readonly<Record<string, number>> = { 'smtps:': 465, 'smtp:': 587 };

/**
 * Reads valid settings. A password never crosses a network without encryption.
 * @param url SMTP_URL
 * @param from MAIL_FROM
 */
export function toSmtpServer(url: string, from: string): SmtpServer {
  const { protocol, hostname, port, username, password } = new URL(url);
  const isSecure = protocol === 'smtps:';
  const login = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : undefined;
  return {
    host: hostname.replace(/^\[|\]$/g, ''),
    port: Number(port) || (PORTS[protocol] ?? 0),
    isSecure,
    requiresTls: login !== undefined && !LOOPBACK.test(hostname),
    ...(login && { login }),
    from: parseMailAddress(from) ?? { name: '', address: from },
  };
}

/** The field is the address of a mail server. Mail also needs a sender, and PUBLIC_URL for its links. */
export function IsSmtpUrl(): PropertyDecorator {
  return ValidateBy({
    name: 'isSmtpUrl',
    validator: {
      validate: (value, args) => smtpUrlProblem(value, args?.object) === undefined,
      defaultMessage: (args) => smtpUrlProblem(args?.value, args?.object) ?? '',
    },
  });
}

/** Never quotes the value, which has a password. */
function smtpUrlProblem(value: unknown, settings: object | undefined): string | undefined {
  const { MAIL_FROM, PUBLIC_URL } = (settings ?? {}) as { MAIL_FROM?: string; PUBLIC_URL?: string };
  if (typeof value !== 'string' || !isSmtpUrl(value)) {
    return 'SMTP_URL must be like smtp://user:password@mail.example.com:587 or smtps://…:465, with special characters percent-encoded';
  }
  if (MAIL_FROM === undefined) return 'SMTP_URL needs MAIL_FROM: mail has a sender';
  if (PUBLIC_URL === undefined) return 'SMTP_URL needs PUBLIC_URL: mail contains links to Docket';
  return undefined;
}

function isSmtpUrl(value: string): boolean {
  if (!URL.canParse(value)) return false;
  const { protocol, hostname, pathname, search, hash, username, password } = new URL(value);
  if (!(protocol in PORTS) || !hostname || !['', '/'].includes(pathname) || search || hash) return false;
  return Boolean(username) === Boolean(password) && isDecodable(username) && isDecodable(password);
}

function isDecodable(text: string): boolean {
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}

/** The field is an email address, or a name with one. */
export function IsMailSender(): PropertyDecorator {
  return ValidateBy({
    name: 'isMailSender',
    validator: {
      validate: (value) => typeof value === 'string' && parseMailAddress(value) !== undefined,
      defaultMessage: () => '$property must be like desk@example.com or Docket <desk@example.com>',
    },
  });
}
