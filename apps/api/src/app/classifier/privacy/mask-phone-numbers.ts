/** Common formats, because phone numbers have no check digit. All quantifiers are bounded, as in mask-secrets.ts. */
const PHONE_NUMBER_FORMATS = [
  // +49 (0)30 123456, 0049 30 123456
  /(?:\+|(?<![\p{L}\p{N}.,:])00)[ ]?[1-9](?:[ ().\u00a0/-]{0,3}\d){6,14}/gu,
  // 030 1234567, 01 23 45 67 89, 0170/1234567; excludes 09.11.2026
  /(?<![\p{L}\p{N}.,:/-])\(?0(?!\d?[./-]\d{1,2}[./-]\d)\d{1,5}\)?(?:[ ./\u00a0-]{1,3}\d{2,10}){1,5}(?![\p{L}\p{N}])/gu,
  // 0301234567
  /(?<![\p{L}\p{N}.,:/-])0\d{8,12}(?![\p{L}\p{N}])/gu,
  // (555) 123-4567, 1-555-123-4567, 5551234567
  /(?<![\p{L}\p{N}.,:/-])(?:1[ .-])?\(?[2-9]\d{2}\)?[ .\u00a0-]{0,2}\d{3}[ .\u00a0-]?\d{4}(?![\p{L}\p{N}])/gu,
  // 555-1234
  /(?<![\p{L}\p{N}.,:/-])\d{3}-\d{4}(?![\p{L}\p{N}-])/gu,
  // 12 34 56 78
  /(?<![\p{L}\p{N}.,:/-])\d{2}(?: \d{2}){3,4}(?![\p{L}\p{N}])/gu,
];

const MIN_DIGITS = 7;

/** Masks phone numbers in common international and national formats. */
export function maskPhoneNumbers(text: string): string {
  return PHONE_NUMBER_FORMATS.reduce(
    (masked, format) =>
      masked.replace(format, (number) => (number.replace(/\D/g, '').length < MIN_DIGITS ? number : '[phone]')),
    text,
  );
}
