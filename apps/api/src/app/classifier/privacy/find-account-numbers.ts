import {
  ABOUT_BANKS,
  ACCOUNT_NAMES,
  BANK_NAMES,
  CARD_NAMES,
  UNSPACED_ABOUT_BANKS,
  UNSPACED_ACCOUNT_NAMES,
  UNSPACED_BANK_NAMES,
  UNSPACED_CARD_NAMES,
} from './account-labels';
import type { Finding } from './finding';
import { findAfterNames, namesPattern } from './labelled-numbers';
import { phrases } from './personal-id-labels';

const BANK = namesPattern(BANK_NAMES, UNSPACED_BANK_NAMES);
const ACCOUNT = namesPattern(ACCOUNT_NAMES, UNSPACED_ACCOUNT_NAMES);
const ABOUT_BANK = namesPattern(ABOUT_BANKS, UNSPACED_ABOUT_BANKS);
const CARD = namesPattern(CARD_NAMES, UNSPACED_CARD_NAMES);
const IBAN = namesPattern(phrases('iban, iban-nr, iban-nummer'));
const [MIN_BANK_DIGITS, MIN_CARD_DIGITS, MIN_IBAN_DIGITS] = [6, 12, 11];
/** Numbers of customers are shorter than this, those of bank accounts in many countries are not. */
const MIN_LONG_DIGITS = 14;
/** IBANs, and the national numbers that are a part of them, have fewer digits. */
const MAX_DIGITS = 34;

/** Finds IBANs with a typing error, after their name. */
export const findMistypedIbans = (text: string) => findAfterNames(text, IBAN, MIN_IBAN_DIGITS, '[iban]', MAX_DIGITS);

/** Finds numbers of bank accounts, after their names. */
export function findAccountNumbers(text: string): Finding[] {
  const isAboutBank = text.search(ABOUT_BANK) >= 0;
  return [
    ...findAfterNames(text, BANK, MIN_BANK_DIGITS, '[id]', MAX_DIGITS),
    ...findAfterNames(text, ACCOUNT, isAboutBank ? MIN_BANK_DIGITS : MIN_LONG_DIGITS, '[id]', MAX_DIGITS),
  ];
}

/** Finds numbers of cards with a typing error, and of cards without a check digit, after their names. */
export const findNamedCards = (text: string) => findAfterNames(text, CARD, MIN_CARD_DIGITS, '[card]');
