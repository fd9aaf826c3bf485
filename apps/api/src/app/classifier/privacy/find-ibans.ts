import type { Finding } from './finding';
import { IBAN_LENGTHS } from './iban-lengths';

/** A country code at the start of a word, or after the word IBAN. */
const COUNTRY = /(?:(?<![a-z\d])|(?<=iban))([a-z])[ .\-_/]?([a-z])(?=[^a-z\d\ue000]{0,5}\d)/gi;
const FOREIGN = 'АВЕКМНОРСТУХІЅЈԌԚԜҮаеорсухіѕјԛԝΑΒΕΖΗΙΚΜΝΟΡΤΥΧοϹᏀ';
const LATIN = 'ABEKMHOPCTYXISJGQWYaeopcyxisjqwABEZHIKMNOPTYXoCG';
/** A separator of two characters. U+E000 replaces text that is already found. */
const SEPARATOR = /[^\p{L}\p{N}\ue000]/u;
const MAX_SEPARATORS = 5;
/** Cyrillic and Greek letters that look like Latin ones. Source: https://www.unicode.org/Public/security/latest/confusables.txt */
const LOOK_ALIKE_LETTERS = new Map(
  Array.from({ length: FOREIGN.length }, (_, index) => [FOREIGN.charAt(index), LATIN.charAt(index)]),
);
const LOOK_ALIKE_LETTER = new RegExp(`[${FOREIGN}]`, 'g');
const LETTER_OR_DIGIT = /[a-z\d]/i;
const CHECK_DIGITS = /^..\d\d/;

/** Finds IBANs (ISO 13616: a length for each country, check digits modulo 97), with any separators between any two characters. */
export function findIbans(original: string): Finding[] {
  const text = original.replace(LOOK_ALIKE_LETTER, (letter) => LOOK_ALIKE_LETTERS.get(letter) ?? letter);
  const findings: Finding[] = [];
  let searchFrom = 0;
  for (const { index, 1: first, 2: second } of text.matchAll(COUNTRY)) {
    if (index < searchFrom) continue; // inside the previous number
    const length = IBAN_LENGTHS[`${first}${second}`.toUpperCase()];
    const end = length === undefined ? undefined : findEnd(text, index, length);
    if (end === undefined) continue;
    findings.push({ start: index, end, placeholder: '[iban]' });
    searchFrom = end;
  }
  return findings;
}

/** The end of a valid IBAN of `length` characters at `start`. */
function findEnd(text: string, start: number, length: number): number | undefined {
  let iban = '';
  let separators = 0;
  for (let at = start; at < text.length && separators <= MAX_SEPARATORS; at++) {
    const character = text.charAt(at);
    if (LETTER_OR_DIGIT.test(character)) {
      iban += character;
      separators = 0;
      if (iban.length === length) return CHECK_DIGITS.test(iban) && passesModulo97(iban) ? at + 1 : undefined;
    } else if (SEPARATOR.test(character)) separators++;
    else return undefined;
  }
  return undefined;
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
