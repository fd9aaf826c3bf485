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
  'nino, ni number, ni no, pps, ppsn, national id, state id, civil id, emirates id, iqama, cnic, green card, alien registration, residence permit, hkid, hk id, mykad, ic no, ic number, kad pengenalan',
  'ausweisnr, ausweis-nr, reisepassnr, reisepass-nr, passnr, pass-nr, steuernr, steuer-nr, steuer-nummer, versichertennr, krankenversicherungsnummer, aufenthaltstitel, sozialversicherungs-nr',
  "numéro de sécu, n° de sécu, carte nationale d'identité, titre de séjour, carte de séjour, numéro national, numéro de passeport, carnet de identidad, número de pasaporte, nss, permiso de conducir, licencia de conducir, curp",
  'patente di guida, numero passaporto, carta di identità, carteira de identidade, carteira de motorista, carta de condução, título de eleitor, contribuinte, autorização de residência, número do passaporte, cnh',
  'paspoortnummer, identiteitsbewijs, id-kaart, rijbewijsnummer, personnr, passnummer, passnummeret, passinumero, passin numero, körkort, körkortsnummer, kørekort, kørekortnummer, førerkort, førerkortnummer, ajokortti, henkilökortti, sotu, vegabréf',
  'paszport, paszportu, nr dowodu, nr\\. dowodu, dowodu osobistego, seria i numer dowodu, prawo jazdy, prawa jazdy, cestovní pas, číslo pasu, číslo občanského průkazu, občanského průkazu, řidičský průkaz, rodné č, r\\. ?č',
  'cestovný pas, občiansky preukaz, občianskeho preukazu, vodičský preukaz, személyi igazolvány, személyi igazolványszám, útlevél, útlevélszám, adóazonosító, adóazonosító jel, taj-szám, taj szám, jogosítvány, pașaport, pașaportul, carte de identitate, permis de conducere',
  'putovnica, putovnice, pasoš, pasoša, osobna iskaznica, osobne iskaznice, lična karta, lične karte, osebna izkaznica, potni list, davčna številka, vozačka dozvola, лична карта, лични карти, pases numurs, paso numeris, passi number',
  'tckn, tc no, t\\.c\\. no, vkn, vergi no, vergi kimlik no, vergi numarası, pasaport, ehliyet, ehliyet no, afm, amka, α\\.?φ\\.?μ, α\\.?δ\\.?τ, διαβατήριο, διαβατηρίου, ταυτότητα, ταυτότητας, δίπλωμα οδήγησης',
  'инн, иин, жсн, пинфл, пінфл, jshshir, pinfl, паспорта, загранпаспорт, удостоверение личности, удостоверения личности, водительские права, личный номер, полис омс, посвідчення водія, ідентифікаційний код, ід картка, ембг, јмбг',
  'npwp, ktp, paspor, căn cước, căn cước công dân, hộ chiếu, mã số thuế, philhealth, tin number, teudat zehut, teudat zeut, t\\.z, דרכון, מספר זהות, רישיון נהיגה, כרטיס זהות',
  'جواز السفر, رقم جواز, الهوية الوطنية, رقم الإقامة, رخصة القيادة, کد ملی, شماره ملی, شماره پاسپورت, گذرنامه, code melli, kode melli, आधार संख्या, पैन नंबर, पासपोर्ट',
);

/** Acronyms, which match in upper case only: in lower case, some are words. */
export const PERSONAL_ID_ACRONYMS = phrases(
  'SSN, ITIN, NIN, NINO, SIN, TFN, NIR, INSEE, NISS, INSZ, BSN, DNI, NIE, RUT, RG, CPF, CUIL, CUIT, CURP, CNP, PESEL, PPSN, IRD, CNIC, NRIC, NIF, PAN, ИНН, ЕГН, IDNR',
  'NID, TIN, BVN, NIT, RUC, CNH, CNI, CNIE, NUSS, UTR, NHI, KVNR, JMBG, OIB, NIP, NIK, TAJ, CNPJ',
);

/** Names in scripts without spaces before a number. */
export const UNSPACED_ID_NAMES = phrases(
  '身份证号码, 身份证号, 身份证, 身分證字號, 护照号, マイナンバー, 個人番号, パスポート番号, 運転免許証番号, 주민등록번호, 주민번호, 여권번호, ת\\.ז\\.?, תעודת זהות, رقم الهوية, الرقم القومي, رقم جواز السفر, เลขบัตรประชาชน, आधार',
  '身份證號碼, 身份證號, 身份證, 護照號碼, 护照号码, 护照, 證件號碼, 证件号码, 证件号, 社会保障号, 社保号, 驾驶证号, 駕駛執照號碼, 免許証番号, 在留カード番号, 基礎年金番号, 외국인등록번호, 운전면허번호, 여권 번호, 주민등록 번호, บัตรประชาชน, เลขประจำตัวประชาชน, หนังสือเดินทาง, ת"ז, ת״ז, პირადი ნომერი',
);

/** Nouns that may follow a name: "passport number", "BSN-Nr.". */
export const ID_NOUNS = phrases(
  'number, nummer, numero, numer, num, nr, no, n, code, id, card, document, seria, série, serie, серия, серии, номер, номером, numarası, numaram, numara, broj, číslo, č, szám, száma, αριθμός, 号码, 號碼, 号, 番号, 번호',
);
