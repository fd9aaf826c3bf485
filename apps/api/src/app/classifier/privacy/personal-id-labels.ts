/** Splits lines of phrases at commas. */
export const phrases = (...lines: string[]) => lines.flatMap((line) => line.split(',')).map((phrase) => phrase.trim());

/**
 * Names of the numbers of a person, in some languages. Source: https://en.wikipedia.org/wiki/National_identification_number and
 * https://en.wikipedia.org/wiki/Taxpayer_Identification_Number
 */
export const PERSONAL_ID_NAMES = phrases(
  "social security, social insurance, national insurance, national id, national identity, identity card, id card, passport, passport no, driver's licen[cs]e",
  'drivers? licen[cs]e, driving licen[cs]e, tax file, taxpayer id, tax id, nhs, medicare, aadhaar, aadhar, pan card, voter id, date of birth and ssn',
  'steuer-?id, steuer-?identifikationsnummer, steueridentnummer, steuernummer, sozialversicherungsnummer, sozialversicherungsnr, sv-nummer, svnr, sv-nr',
  'rentenversicherungsnummer, versichertennummer, krankenversichertennummer, personalausweis, personalausweisnummer, personalausweisnr, ausweisnummer',
  'reisepass, reisepassnummer, passnummer, führerschein, führerscheinnummer, ahv, ahv-nummer, ahv-nr, ahvnummer',
  "sécurité sociale, numéro fiscal, carte d'identité, carte vitale, passeport, permis de conduire, registre national, avs",
  'documento de identidad, cédula, cédula de identidad, cédula de ciudadanía, seguridad social, pasaporte, carnet de conducir, curp',
  "codice fiscale, carta d'identità, tessera sanitaria, passaporto, cpf, cartão de cidadão, cartão do cidadão, bilhete de identidade, passaporte, nif",
  'burgerservicenummer, sofinummer, rijksregisternummer, rijksregister, paspoort, rijbewijs, identiteitskaart',
  'personnummer, samordningsnummer, fødselsnummer, fødselsnr, cpr, cpr-nr, cpr-nummer, henkilötunnus, hetu, kennitala, isikukood, asmens kodas, personas kods',
  'pesel, dowód osobisty, numer dowodu, rodné číslo, rodne cislo, osobné číslo, občanský průkaz, cod numeric personal, személyi szám, taj szám',
  'tc kimlik, tc kimlik no, kimlik no, t\\.c\\. kimlik, jmbg, oib, emšo, егн, αμκα, αφμ, αριθμός ταυτότητας',
  'снилс, паспорт, серия и номер паспорта, номер паспорта, рнокпп, іпн, водительское удостоверение',
  'nomor ktp, nik ktp, số cmnd, số cccd, cmnd, cccd, nric, ssn, itin, tfn, bsn, pan no, pan number',
);

/** Acronyms, which are words too in lower case. */
export const PERSONAL_ID_ACRONYMS = phrases(
  'SSN, ITIN, NIN, NINO, SIN, TFN, NIR, INSEE, NISS, INSZ, BSN, DNI, NIE, RUT, RG, CPF, CUIL, CUIT, CURP, CNP, PESEL, PPSN, IRD, CNIC, NRIC, NIF, PAN, ИНН, ЕГН, IDNR',
);

/** Names in scripts without spaces before a number. */
export const UNSPACED_ID_NAMES = phrases(
  '身份证号码, 身份证号, 身份证, 身分證字號, 护照号, マイナンバー, 個人番号, パスポート番号, 運転免許証番号, 주민등록번호, 주민번호, 여권번호, ת\\.ז\\.?, תעודת זהות, رقم الهوية, الرقم القومي, رقم جواز السفر, เลขบัตรประชาชน, आधार',
);

/** What may stand after a name: "passport number", "BSN-Nr.". */
export const ID_NOUNS = phrases(
  'number, nummer, numero, num, nr, no, n, code, id, card, document, 号码, 号, 番号, 번호',
);
