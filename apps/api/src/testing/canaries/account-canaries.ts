import type { Placeholder } from '../../app/classifier/privacy/finding';

/** Texts with the numbers of bank accounts, cards and IBANs after their names, marked with ⟦ and ⟧. Check digits may be wrong. */
export const ACCOUNT_CANARIES = {
  '[id]': [
    'Sort code 60-16-13 account ⟦31926819⟧',
    'account no: ⟦31926819⟧ sort code: 601613',
    'the bank account number is ⟦31926819⟧',
    'BSB 062-000 Account ⟦12345678⟧',
    'routing: FNB, acct ⟦1234567890⟧',
    'A/C no ⟦12345678901⟧ IFSC HDFC0001234',
    'Bankverbindung: Kontonummer ⟦532013000⟧, BLZ 37040044',
    'Konto-Nr.: ⟦532013000⟧',
    'CLABE ⟦032180000118359719⟧',
    '口座番号 ⟦1234567⟧',
  ],
  '[card]': [
    'card number ⟦4111 1111 1111 1112⟧ is refused',
    'card ⟦4111 1111 1111 111⟧ is refused',
    'Kreditkarte ⟦5500-0000-0000-0005⟧',
    'tarjeta: ⟦4111111111111112⟧',
  ],
  '[iban]': ['IBAN: ⟦DE8937040044053201300⟧', 'iban is ⟦FR76 3000 6000 0112 3456 7890 187⟧'],
} as const satisfies Partial<Record<Placeholder, readonly string[]>>;

/** Texts about accounts and cards without anything to mask. */
export const ACCOUNT_LOOK_ALIKES = [
  'my account 31926819 was charged twice',
  'account number 4500012 on the invoice',
  'card ending 1111',
  'the card reader 2026 model is broken',
  'my bank account is not accepted',
  'the bank says 24 hours',
  'IBAN field is missing',
  'graphics card GTX 1660',
  'routing 100000 requests a second',
];
