/** A kind of number that carries a check digit, so that it can be told from any other run of characters. */
interface CheckedNumber {
  readonly placeholder: string;
  /** Where one may begin. */
  readonly start: RegExp;
  /** What it is made of, beside single separators. */
  readonly character: RegExp;
  /** Shortest and longest, without separators. */
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

/** Masks payment card numbers (ISO/IEC 7812: 13 to 19 digits, the last one by Luhn), however they are grouped. */
export function maskCardNumbers(text: string): string {
  return maskChecked(text, CARD_NUMBER);
}

/** Masks IBANs (ISO 13616: 15 to 34 characters, with check digits modulo 97), however they are grouped. */
export function maskIbans(text: string): string {
  return maskChecked(text, IBAN);
}

/** Tries the longest run first: digits before or after the number, as in "order 12 4111 …", must not hide it. */
function maskChecked(text: string, number: CheckedNumber): string {
  let masked = '';
  let copiedTo = 0;
  for (const { index } of text.matchAll(number.start)) {
    if (index < copiedTo) continue; // inside the number before
    const end = endOfNumber(text, index, number);
    if (end === undefined) continue;
    masked += text.slice(copiedTo, index) + number.placeholder;
    copiedTo = end;
  }
  return masked + text.slice(copiedTo);
}

/** Where the longest valid number that begins here ends. */
function endOfNumber(text: string, start: number, number: CheckedNumber): number | undefined {
  let compact = '';
  let end: number | undefined;
  for (let at = start; at < text.length && compact.length < number.maxLength; at++) {
    if (number.character.test(text.charAt(at))) {
      compact += text.charAt(at);
      const isWhole = () => !LETTER_OR_DIGIT.test(text.charAt(at + 1));
      if (compact.length >= number.minLength && isWhole() && number.isValid(compact)) end = at + 1;
    } else if (!SEPARATOR.test(text.charAt(at)) || SEPARATOR.test(text.charAt(at - 1))) break;
  }
  return end;
}

/** ISO/IEC 7812, annex B: every second digit from the right counts double. */
function passesLuhn(digits: string): boolean {
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = (digits.charCodeAt(digits.length - 1 - place) - ZERO) * (place % 2 === 1 ? 2 : 1);
    sum += digit > 9 ? digit - 9 : digit;
  }
  return sum % 10 === 0;
}

/** ISO 7064: the first four characters go to the end, letters count as 10 to 35, and the whole is 1 modulo 97. */
function passesModulo97(iban: string): boolean {
  let remainder = 0;
  for (let place = 0; place < iban.length; place++) {
    const value = parseInt(iban.charAt((place + 4) % iban.length), 36);
    remainder = (remainder * (value > 9 ? 100 : 10) + value) % 97;
  }
  return remainder === 1;
}
