import { isEmail } from 'class-validator';

/** The name and the address of a sender or a recipient. */
export interface MailAddress {
  /** Empty if unknown. */
  readonly name: string;
  readonly address: string;
}

/** Reads `Docket <desk@desk.example>` or `desk@desk.example`; undefined if it is neither. */
export function parseMailAddress(text: string): MailAddress | undefined {
  const start = text.endsWith('>') ? text.lastIndexOf('<') : -1;
  const address = start < 0 ? text : text.slice(start + 1, -1);
  const name = start < 0 ? '' : text.slice(0, start).trim();
  return isMailAddress(address) && !/[\p{Cc}"<>]/u.test(name) ? { name, address } : undefined;
}

/** Whether a mail server can take the address. The name of its host may be a local one. */
export function isMailAddress(address: string): boolean {
  return isEmail(address, { require_tld: false });
}
