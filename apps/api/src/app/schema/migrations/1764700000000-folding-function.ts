import {
  AFTER_NORMALIZATION,
  BEFORE_NORMALIZATION,
  DECIMAL_ZEROS,
  IGNORED,
  IGNORED_ASCII,
  LETTERS_AFTER_NORMALIZATION,
  LETTERS_BEFORE_NORMALIZATION,
  MARKS,
  NOT_EXPANDED,
  OPTIONAL_MARKS,
  REPLACED_ASCII,
  type Replacements,
  SEQUENCES,
  SPECIAL,
  STROKES,
} from './1764700000000-folded-characters';

/**
 * PostgreSQL sorts the marks after a letter in quadratic time, which nothing interrupts: 100,000 take minutes. Later marks are removed.
 * Unicode's Stream-Safe Text Format (UAX #15, section 13) has the same limit; no language needs more.
 */
const MAX_MARKS = 30;

/** Up to this number of code points, replacing each of them takes less time than a regular expression. */
const MAX_REPLACED_EACH = 5;

/** The private-use characters U+10xxxx stand for the characters U+xxxx, so that the normalization leaves them. */
const PRIVATE_USE = 0x10_0000;

/** PL/pgSQL that shortens the runs of marks in the variable `folded`. */
const CUT_MARKS = `IF ${occurs(MARKS, `{${MAX_MARKS + 1}}`)} THEN
    folded := regexp_replace(folded COLLATE "C", '(${anyOf(MARKS)}{${MAX_MARKS}})${anyOf(MARKS)}+', '\\1', 'g');
  END IF;`;

const NORMALIZE = 'IF folded IS NOT NFKC NORMALIZED THEN folded := normalize(folded, NFKC); END IF;';

const DIGITS: Replacements = Array.from({ length: 10 }, (_, digit) => [
  codePointsOf(DECIMAL_ZEROS)
    .map((zero) => (zero + digit).toString(16))
    .join(' '),
  `${digit}`,
]);

/**
 * Folds a text, independent of the database's locale. Each step is skipped if it would not change anything, because
 * a check takes a tenth of the time. Upper case first unifies "ß" with "ss", and "ı" with "I" and "i".
 */
export const FOLDING_FUNCTION = `
  CREATE FUNCTION ticket_folded_text(input text) RETURNS text LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE AS $$
  DECLARE
    folded text := input COLLATE "C";
    is_special boolean;
  BEGIN
    IF octet_length(folded) = char_length(folded) THEN
      folded := lower(folded COLLATE "C");
      ${replace(REPLACED_ASCII)}
      ${replace([[IGNORED_ASCII, '']])}
      RETURN folded;
    END IF;
    ${replace([[IGNORED, '']])}
    ${replace(BEFORE_NORMALIZATION)}
    is_special := ${occurs(SPECIAL)};
    IF is_special THEN
      ${replace(LETTERS_BEFORE_NORMALIZATION)}
      ${keepUnexpanded()}
      ${CUT_MARKS}
    END IF;
    ${NORMALIZE}
    folded := lower(upper(folded COLLATE "und-x-icu"));
    ${replace(AFTER_NORMALIZATION)}
    IF is_special THEN
      ${replace(LETTERS_AFTER_NORMALIZATION)}
      ${replace(DIGITS)}
      ${replace([[OPTIONAL_MARKS, '']])}
      ${replaceSequences()}
      ${CUT_MARKS}
      ${composeStrokes()}
    END IF;
    ${NORMALIZE}
    RETURN folded;
  END $$`;

/**
 * PL/pgSQL that replaces characters in the variable `folded`. `translate` would take more time for tables of this length. PostgreSQL
 * keeps 32 compiled regular expressions, so there are fewer.
 */
function replace(replacements: Replacements): string {
  return `IF ${occurs(replacements.map(([codePoints]) => codePoints).join(' '))} THEN
    ${replacements.map(([codePoints, to]) => replaceAll(codePoints, to)).join('\n')}
  END IF;`;
}

function replaceAll(ranges: string, to: string): string {
  const codePoints = codePointsOf(ranges);
  if (codePoints.length > MAX_REPLACED_EACH) {
    const run = to === '' ? '+' : '';
    return `folded := regexp_replace(folded COLLATE "C", '${anyOf(ranges)}${run}', '${quoted(to)}', 'g');`;
  }
  return codePoints.map((codePoint) => replaceText(escaped(codePoint), to)).join('\n');
}

function replaceText(text: string, to: string): string {
  return `folded := replace(folded COLLATE "C", E'${text}', '${quoted(to)}');`;
}

function quoted(text: string): string {
  return text.replace("'", "''");
}

function keepUnexpanded(): string {
  const from = codePointsOf(NOT_EXPANDED);
  const to = from.map((codePoint) => PRIVATE_USE + codePoint);
  return `IF ${occurs(NOT_EXPANDED)} THEN
    folded := translate(folded COLLATE "C", E'${from.map(escaped).join('')}', E'${to.map(escaped).join('')}');
  END IF;`;
}

/** `strpos` and `replace` need no regular expression. */
function replaceSequences(): string {
  const signs = [...new Set(SEQUENCES.flatMap(([from]) => from.charAt(from.length - 1)))];
  const found = signs.map((sign) => `strpos(folded COLLATE "C", '${sign}') > 0`).join(' OR ');
  return `IF ${found} THEN
    ${SEQUENCES.map(([from, to]) => `folded := replace(folded COLLATE "C", '${from}', '${to}');`).join('\n')}
  END IF;`;
}

function composeStrokes(): string {
  const compositions = STROKES.flatMap(({ mark, letters }) =>
    letters.split(' ').map(([letter = '', composed = '']) => replaceText(`${letter}\\u${mark}`, composed)),
  );
  return `IF ${occurs(STROKES.map(({ mark }) => mark).join(' '))} THEN
    folded := normalize(folded, NFD);
    ${compositions.join('\n')}
  END IF;`;
}

function occurs(codePoints: string, quantifier = ''): string {
  return `folded COLLATE "C" ~ '${anyOf(codePoints)}${quantifier}'`;
}

/** A regular expression for one of some code points and ranges. */
function anyOf(ranges: string): string {
  return `[${ranges
    .split(' ')
    .map((range) => parsed(range).map(escaped).join('-'))
    .join('')}]`;
}

function escaped(codePoint: number): string {
  const digits = codePoint.toString(16);
  return digits.length > 4 ? `\\U${digits.padStart(8, '0')}` : `\\u${digits.padStart(4, '0')}`;
}

/** The code points of ranges such as `0061-007A 00DF`. */
export function codePointsOf(ranges: string): number[] {
  return ranges.split(' ').flatMap((range) => {
    const [first = 0, last = first] = parsed(range);
    return Array.from({ length: last - first + 1 }, (_, index) => first + index);
  });
}

function parsed(range: string): number[] {
  return range.split('-').map((codePoint) => parseInt(codePoint, 16));
}
