import type { Finding } from './finding';
import { findAfterNames, namesPattern } from './labelled-numbers';
import { phrases } from './personal-id-labels';

/** Names of the numbers of bank accounts. The number of a bank, such as a sort code, is public. */
const BANK_NAMES = phrases(
  'bank account, bank acct, clabe, kontonummer, kontonr, konto-nr, bankkonto',
  'cuenta bancaria, compte bancaire, conto bancario, conto corrente, conta bancária, conta corrente, rekeningnummer, bankrekening, bankgiro',
  'numer konta, konto bankowe, číslo účtu, номер счета, номер счёта, расчетный счет, расчётный счёт, số tài khoản',
);
const UNSPACED_BANK_NAMES = phrases('银行账号, 银行账户, 银行卡号, 口座番号, 계좌번호');

/** Names of the number of a bank account, if the text is about a bank; otherwise of a customer. */
const ACCOUNT_NAMES = phrases('account, acct, a/c, konto, compte, cuenta');

/** Names of the numbers of cards, and of IBANs: a number with a typing error has them too. */
const CARD_NAMES = phrases(
  'card, credit card, debit card, visa, mastercard, maestro, amex, kreditkarte, kreditkartennummer, kartennummer, ec-karte, girocard, carte, carte bancaire',
  'carte bleue, tarjeta, tarjeta de crédito, carta di credito, cartão, cartão de crédito, creditcard, kort, karta, карта, номер карты',
);
const IBAN_NAMES = phrases('iban, iban-nr, iban-nummer');

const BANK = namesPattern(BANK_NAMES, UNSPACED_BANK_NAMES);
const ACCOUNT = namesPattern(ACCOUNT_NAMES);
const IS_ABOUT_A_BANK = /\b(?:sort code|routing|bsb|ifsc|blz|bankleitzahl|banco|banque|banca|bank)\b/i;
const CARD = namesPattern(CARD_NAMES);
const IBAN = namesPattern(IBAN_NAMES);
const [MIN_BANK_DIGITS, MIN_CARD_DIGITS, MIN_IBAN_DIGITS, MAX_IBAN_DIGITS] = [6, 12, 11, 34];

/** Finds IBANs with a typing error, after their name. */
export const findMistypedIbans = (text: string) =>
  findAfterNames(text, IBAN, MIN_IBAN_DIGITS, '[iban]', MAX_IBAN_DIGITS);

/** Finds numbers of bank accounts, and of cards with a typing error, after their names. */
export function findAccountNumbers(text: string): Finding[] {
  return [
    ...findAfterNames(text, BANK, MIN_BANK_DIGITS, '[id]'),
    ...(IS_ABOUT_A_BANK.test(text) ? findAfterNames(text, ACCOUNT, MIN_BANK_DIGITS, '[id]') : []),
    ...findAfterNames(text, CARD, MIN_CARD_DIGITS, '[card]'),
  ];
}
