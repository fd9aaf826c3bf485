import { maskCardNumbers, maskIbans } from './mask-checked-numbers';
import { maskPhoneNumbers } from './mask-phone-numbers';

/**
 * Repetitions are bounded throughout: an unbounded one would make a long text without spaces cost the square of its length.
 * A bearer token holds a digit or is long; without that, "bearer certificates" would be one.
 */
const KEYS = [
  /AIza[\w-]{10,256}/g,
  /(?<![A-Za-z0-9])AQ\.[\w.-]{10,256}/g,
  /(?<![A-Za-z0-9])sk-[\w-]{8,256}/g,
  /\bBearer[ \t]{1,3}(?=[\w.~+/=-]{0,256}\d|[\w.~+/=-]{20})[\w.~+/=-]{8,4096}/gi,
];
const EMAIL_ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;

/**
 * Puts placeholders for what no model needs to know: keys, e-mail addresses, IBANs, card numbers and phone numbers. Errs on
 * the side of masking: a placeholder too many costs a suggestion nothing. Names and addresses in prose are not recognised.
 */
export function maskSecrets(text: string): string {
  const withoutKeys = KEYS.reduce((masked, key) => masked.replace(key, '[key]'), text);
  const withoutAddresses = withoutKeys.replace(EMAIL_ADDRESS, '[email]');
  return maskPhoneNumbers(maskCardNumbers(maskIbans(withoutAddresses)));
}
