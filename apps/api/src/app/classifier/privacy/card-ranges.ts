/**
 * Numbers that card schemes assign, by their first digits and length. Source: https://en.wikipedia.org/wiki/Payment_card_number (issuer
 * identification numbers).
 */
export const CARD_RANGES = new RegExp(
  [
    String.raw`4(?:\d{12}|\d{15}|\d{18})`, // Visa
    String.raw`3[47]\d{13}`, // American Express
    String.raw`3(?:0[0-5]|[689]\d)\d{11,16}`, // Diners Club
    String.raw`5[1-5]\d{14}`, // Mastercard
    String.raw`2(?:22[1-9]|2[3-9]\d|[3-6]\d\d|7[01]\d|720)\d{12}`, // Mastercard
    String.raw`220[0-4]\d{12,15}`, // Mir
    String.raw`35\d{14,17}`, // JCB
    String.raw`6[024-5]\d{14,17}`, // Discover, UnionPay, RuPay
    String.raw`(?:5[06-8]|6\d)\d{11,17}`, // Maestro
    String.raw`8[12]\d{14,17}`, // RuPay, UnionPay
    String.raw`9792\d{12}`, // Troy
  ]
    .map((range) => `^${range}$`)
    .join('|'),
);
