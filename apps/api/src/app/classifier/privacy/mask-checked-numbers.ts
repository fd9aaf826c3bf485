/** A type of number with check digits, which distinguish it from other digits and letters. */
interface CheckedNumber {
  readonly placeholder: string;
  /** Matches each possible start. */
  readonly start: RegExp;
  /** Characters of the number. One separator may stand between two of them. */
  readonly character: RegExp;
  /** Length limits, without separators. */
  readonly minLength: number;
  readonly maxLength: number;
  isValid(compact: string): boolean;
}

const SEPARATOR = /[ \-.\u00a0\u2009\u202f]/;
const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;
const ZERO = '0'.charCodeAt(0);

const CARD_NUMBER: CheckedNumber = {
  placeholder: '[card]',
  start: /(?<!\d)\d/g,
  character: /\d/,
  minLength: 13,
  maxLength: 19,
  isValid: passesLuhn,
};

const IBAN: CheckedNumber = {
  placeholder: '[iban]',
  start: /(?<![\p{L}\p{N}])[A-Z]{2}\d{2}/giu,
  character: /[A-Z0-9]/i,
  minLength: 15,
  maxLength: 34,
  isValid: passesModulo97,
};

/** Masks payment card numbers (ISO/IEC 7812: 13 to 19 digits, the last one by the Luhn algorithm), with or without separators. */
export function maskCardNumbers(text: string): string {
  return maskChecked(text, CARD_NUMBER);
}

/** Masks IBANs (ISO 13616: 15 to 34 characters, with check digits modulo 97), with or without separators. */
export function maskIbans(text: string): string {
  return maskChecked(text, IBAN);
}

/** Tries every start and prefers the longest match, so that adjacent digits, as in "order 12 4111 …", do not hide a number. */
function maskChecked(text: string, number: CheckedNumber): string {
  let masked = '';
  let copiedTo = 0;
  for (const { index } of text.matchAll(number.start)) {
    if (index < copiedTo) continue; // inside the previous number
    const end = findNumberEnd(text, index, number);
    if (end === undefined) continue;
    masked += text.slice(copiedTo, index) + number.placeholder;
    copiedTo = end;
  }
  return masked + text.slice(copiedTo);
}

/** End index of the longest valid number at `start`; undefined if none is valid. */
function findNumberEnd(text: string, start: number, number: CheckedNumber): number | undefined {
  let compact = '';
  let end: number | undefined;
  for (let at = start; at < text.length && compact.length < number.maxLength; at++) {
    if (number.character.test(text.charAt(at))) {
      compact += text.charAt(at);
      const endsHere = () => !LETTER_OR_DIGIT.test(text.charAt(at + 1));
      if (compact.length >= number.minLength && endsHere() && number.isValid(compact)) end = at + 1;
    } else if (!SEPARATOR.test(text.charAt(at)) || SEPARATOR.test(text.charAt(at - 1))) break;
  }
  return end;
}

/** ISO/IEC 7812, annex B: every second digit from the right is doubled. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let index = 0; index < digits.length; index++) {
    const digit = (digits.charCodeAt(digits.length - 1 - index) - ZERO) * (index % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** ISO 7064: move the first four characters to the end, read letters as 10 to 35; the remainder modulo 97 is 1. */
function passesModulo97(iban: string): boolean {
  let remainder = 0;
  for (let index = 0; index < iban.length; index++) {
    const value = parseInt(iban.charAt((index + 4) % iban.length), 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
