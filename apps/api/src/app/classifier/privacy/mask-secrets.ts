import { maskCardNumbers, maskIbans } from './mask-checked-numbers';
import { maskPhoneNumbers } from './mask-phone-numbers';

/**
 * All quantifiers are bounded: an unbounded one takes quadratic time on a long text without spaces. A bearer token has to contain a digit
 * or 20 characters, so that "bearer certificates" does not match.
 */
const API_KEYS = [
  /AIza[\w-]{10,256}/g,
  /(?<![A-Za-z0-9])AQ\.[\w.-]{10,256}/g,
  /(?<![A-Za-z0-9])sk-[\w-]{8,256}/g,
  /\bBearer[ \t]{1,3}(?=[\w.~+/=-]{0,256}\d|[\w.~+/=-]{20})[\w.~+/=-]{8,4096}/gi,
];
const EMAIL_ADDRESS = /[\p{L}\p{N}._%+'-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}[\p{L}\p{N}-]{2,63}/gu;

/**
 * Replaces keys, email addresses, IBANs, card numbers and phone numbers with placeholders. Prefers masking too much, because a model
 * does not need numbers to classify a ticket. Does not recognise names and postal addresses.
 */
export function maskSecrets(text: string): string {
  const withoutKeys = API_KEYS.reduce((masked, key) => masked.replace(key, '[key]'), text);
  const withoutEmails = withoutKeys.replace(EMAIL_ADDRESS, '[email]');
  return maskPhoneNumbers(maskCardNumbers(maskIbans(withoutEmails)));
}
