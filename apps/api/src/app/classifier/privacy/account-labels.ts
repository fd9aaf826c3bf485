import { phrases } from './personal-id-labels';

/** Names of the numbers of bank accounts. The number of a bank, such as a sort code, is public. A `\\.?` is a full stop that may be missing. */
export const BANK_NAMES = phrases(
  'bank account, bank acct, bank a/c, checking account, chequing account, savings account, clabe',
  'kontonummer, kontonr, konto-nr, kto-nr, ktonr, kto-nummer, ktonummer, kto\\.-nr, kto\\.nr, kto\\. nr, kto nr, bankkonto, bankkontonummer, girokonto, girokontonummer, bankverbindung',
  'cuenta bancaria, cuenta corriente, cuenta de ahorros?, compte bancaire, compte courant, conto bancario, conto corrente, coordinate bancarie, c/c',
  'conta bancária, conta corrente, conta poupança',
  'rekeningnummer, rekeningnr, reknr, rek\\.?nr, rek\\.? nr, bankrekening, bankrekeningnummer, bankgiro, plusgiro, bankkontonr, tilinumero, tilinro, pankkitili',
  'numer konta, nr konta, nr\\. konta, numer konta bankowego, nr konta bankowego, konto bankowe, konta bankowego, numer rachunku, nr rachunku, nr\\. rachunku',
  'numer rachunku bankowego, nr rachunku bankowego, rachunek bankowy, rachunku bankowego',
  'číslo účtu, čísla účtu, číslo bankovního účtu, č\\. účtu, č\\. ?ú, bankovní účet, bankovního účtu, bankový účet, bankového účtu',
  'bankszámlaszám, bankszámla, cont bancar, contul bancar, contului bancar, număr cont, număr de cont, nr\\.? cont',
  'tekući račun, žiro račun, bankovni račun, transakcijski račun, broj tekućeg računa, broj žiro računa, banka hesabı, banka hesap, hesap numarası, hesap numaram, hesap no',
  'номер счета, номер счёта, расчетный счет, расчётный счёт, расчетного счета, банковский счет, банковского счета, р/с, номер рахунку, розрахунковий рахунок, банківський рахунок, р/р, банкова сметка, банковата сметка',
  'αριθμός λογαριασμού, τραπεζικός λογαριασμός, số tài khoản, nomor rekening, no\\.? rekening, norek, no\\.? rek, rekening bank, akaun bank',
  'מספר חשבון, חשבון בנק, رقم الحساب, رقم حسابي, الحساب البنكي, الحساب المصرفي, شماره حساب, खाता संख्या, खाता नंबर',
);
export const UNSPACED_BANK_NAMES = phrases(
  '银行账号, 银行帐号, 银行账户, 银行帐户, 銀行帳號, 銀行帳戶, 口座番号, 계좌번호, 계좌 번호, 은행계좌, เลขที่บัญชี, เลขบัญชี',
);

/** Names of the number of a bank account, if the text is about a bank or the number is a long one; otherwise of a customer. */
export const ACCOUNT_NAMES = phrases(
  'account, acct, a/c, stk, konto, kto, compte, cuenta, conta, conto, rekening, rachunek, rachunku, számlaszám, hesap, účet, účtu, cont, broj računa, št\\. računa, tili, счет, счета, рахунок, рахунку, сметка, λογαριασμός, חשבון',
);
export const UNSPACED_ACCOUNT_NAMES = phrases('账号, 帐号, 帳號, 账户, 帐户, 帳戶, 户号, 戶號, 口座, 계좌, บัญชี');

/** Words of texts about a bank. */
export const ABOUT_BANKS = phrases(
  'sort code, routing, bsb, ifsc, blz, bankleitzahl, bic, swift code, sepa, banco, banque, banca, bank, banku, bankowy, bankę, banka, bankası, bankasında, banky, banki, pankki, agência, virement, bonifico, przelew, przelewu, überweisung, lastschrift, cod banca',
  'банк, банка, банке, банку, бик, мфо, τράπεζα, ngân hàng, בנק, البنك, بنك',
);
export const UNSPACED_ABOUT_BANKS = phrases('银行, 銀行, 支行, 开户行, 은행, ธนาคาร');

/** Names of the numbers of cards. */
export const CARD_NAMES = phrases(
  'card, credit card, debit card, ccn, visa, mastercard, maestro, amex, american express, unionpay',
  'karte, kreditkarte, kreditkartennummer, kreditkartennr, kreditkarten-nr, kreditkarten-nummer, kartennummer, kartennr, karten-nr, karten-nummer, ec-karte, ec-kartennummer, ec-kartennr, girocard, debitkarte, bankkarte, bankkartennummer',
  'carte, carte bancaire, carte bleue, carte de crédit, cb, tarjeta, tarjeta de crédito, tarjeta de débito, carta, carta di credito, carta di debito, cartão, cartão de crédito, cartão de débito',
  'creditcard, creditcardnummer, creditcardnr, kaartnummer, kaartnr, bankpas, bankpasnummer, betaalpas, kaart',
  'kort, kortet, kortnummer, kortnr, kortnummeret, kreditkort, kreditkortnummer, kredittkort, kredittkortnummer, betalingskort, betalkort, bankkort, betalkortsnummer, kortin, kortti, korttinumero, luottokortti, luottokortin, pankkikortti',
  'karta, karty, kartę, kartą, karta kredytowa, karty kredytowej, karta płatnicza, kreditní karta, kreditní karty, platební karta, platební karty, kartu, kartou, kártyaszám, kártya, bankkártya, bankkártyaszám, hitelkártya, cardul, cardului',
  'kart, kartım, kartımın, kredi kartı, kredi kartım, kartica, kartice, kreditna kartica, карта, карты, карту, картой, карте, номер карты, картка, картки, картку, картата, κάρτα, κάρτας, αριθμός κάρτας',
  'thẻ, số thẻ, thẻ tín dụng, kartu kredit, nomor kartu, כרטיס, כרטיס אשראי, البطاقة, بطاقة, رقم البطاقة, بطاقتي, کارت, شماره کارت, कार्ड, कार्ड नंबर',
);
export const UNSPACED_CARD_NAMES = phrases(
  '卡号, 卡號, 信用卡, 银行卡, 借记卡, 銀行卡, カード番号, クレジットカード, カード, 카드번호, 카드 번호, 신용카드, 체크카드, หมายเลขบัตร, บัตรเครดิต, เลขบัตร',
);
