import type { Finding } from './finding';
import { acronymsPattern, findAfterNames, namesPattern } from './labelled-numbers';
import { hasCheckDigits, isDate } from './personal-id-checks';
import { PERSONAL_ID_ACRONYMS, PERSONAL_ID_NAMES, UNSPACED_ID_NAMES } from './personal-id-labels';

const NAME = namesPattern(PERSONAL_ID_NAMES, UNSPACED_ID_NAMES);
const ACRONYM = acronymsPattern(PERSONAL_ID_ACRONYMS);
const MIN_DIGITS = 5;

/** Numbers of a person that their form and their check digits tell, without a name. */
const FORMATS: readonly (readonly [pattern: RegExp, isValid: (id: string) => boolean, source: string])[] = [
  [
    /(?<![\d-]|\+ ?)(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}(?![\d-])/g,
    () => true,
    'https://www.ssa.gov/employer/randomization.html',
  ],
  [/(?<![\d.])756\.\d{4}\.\d{4}\.\d{2}(?![\d.])/g, hasCheckDigits('ean13'), 'https://www.ahv-iv.ch/'],
  [/(?<![\d.])\d{3}\.\d{3}\.\d{3}-\d{2}(?!\d)/g, hasCheckDigits('cpf'), 'https://en.wikipedia.org/wiki/CPF_number'],
  [
    /(?<![A-Z\d])[A-Z]{6}\d{2}[A-EHLMPRST]\d{2}[A-Z]\d{3}[A-Z](?![A-Z\d])/gi,
    () => true,
    'https://en.wikipedia.org/wiki/Italian_fiscal_code',
  ],
  [
    /(?<![A-Za-z\d-])(?:\d{8}|[XYZ]-?\d{7})-?[A-HJ-NP-TV-Z](?![A-Za-z\d])/g,
    hasCheckDigits('dni'),
    'https://en.wikipedia.org/wiki/Documento_Nacional_de_Identidad_(Spain)',
  ],
  [
    /(?<![A-Z\d])\d{17}[\dX](?![A-Z\d])/gi,
    (id) => isDate(id.slice(6, 14)) && hasCheckDigits('chinese')(id),
    'https://en.wikipedia.org/wiki/Resident_Identity_Card',
  ],
  [
    /(?<![A-Za-z\d])[A-Z]{4}\d{6}[HMX][A-Z]{5}[A-Z\d]\d(?![A-Za-z\d])/g,
    () => true,
    'https://en.wikipedia.org/wiki/Unique_Population_Registry_Code',
  ],
  [
    /(?<![\d-])\d{6}-[1-8]\d{6}(?![\d-])/g,
    (id) => isDate(`20${id.slice(0, 6)}`),
    'https://en.wikipedia.org/wiki/Resident_registration_number',
  ],
  [
    /(?<![A-Za-z\d-])\d{6}[-+A-FU-Y]\d{3}[\dA-FHJ-NPR-Y](?![A-Za-z\d])/g,
    hasCheckDigits('finnish'),
    'https://dvv.fi/en/personal-identity-code',
  ],
  [
    /(?<![\d-])(?:\d{2})?\d{6}-\d{4}(?![\d-])/g,
    (id) => isDate(`20${id.slice(-11, -5)}`) && hasCheckDigits('swedish')(id),
    'https://en.wikipedia.org/wiki/Personal_identity_number_(Sweden)',
  ],
  [
    /(?<![\d.])\d{2}\.\d{2}\.\d{2}-\d{3}\.\d{2}(?!\d)/g,
    () => true,
    'https://en.wikipedia.org/wiki/National_identification_number#Belgium',
  ],
  [
    /(?<!\d)[12] ?\d{2} ?(?:0[1-9]|1[0-2]|[2-9]\d) ?(?:\d{2}|2[AB]) ?\d{3} ?\d{3} ?\d{2}(?!\d)/g,
    hasCheckDigits('french'),
    'https://en.wikipedia.org/wiki/INSEE_code',
  ],
  [
    /(?<![A-Za-z\d])(?!BG|GB|KN|NK|NT|TN|ZZ)[A-CEGHJ-PR-TW-Z][A-CEGHJ-NPR-TW-Z] ?\d{2} ?\d{2} ?\d{2} ?[A-D](?![A-Za-z\d])/g,
    () => true,
    'https://www.gov.uk/hmrc-internal-manuals/national-insurance-manual/nim39110',
  ],
];

/** Finds numbers that identify a person, after their names, and by their form: social security, tax, identity card, passport. */
export function findPersonalIds(text: string): Finding[] {
  return [
    ...[NAME, ACRONYM].flatMap((names) => findAfterNames(text, names, MIN_DIGITS, '[id]')),
    ...FORMATS.flatMap(([pattern, isValid]) =>
      Array.from(text.matchAll(pattern)).flatMap(({ index, 0: id }) =>
        isValid(id) ? [{ start: index, end: index + id.length, placeholder: '[id]' as const }] : [],
      ),
    ),
  ];
}
