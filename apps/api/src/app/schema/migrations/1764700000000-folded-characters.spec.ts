import {
  DECIMAL_ZEROS,
  IGNORED,
  IGNORED_ASCII,
  LETTERS_AFTER_NORMALIZATION,
  LETTERS_BEFORE_NORMALIZATION,
  MARKS,
  NOT_EXPANDED,
  OPTIONAL_MARKS,
  SPECIAL,
  STROKES,
} from './1764700000000-folded-characters';
import { codePointsOf } from './1764700000000-folding-function';

/** All code points of the planes with marks, digits and compatibility characters. */
const ALL = codePointsOf('0001-D7FF E000-1FFFF E0000-E0FFF');
const isIgnorable = (character: string) => /\p{Default_Ignorable_Code_Point}/u.test(character);
const hex = (codePoints: readonly number[]) => codePoints.map((codePoint) => codePoint.toString(16));

function pointsWhere(condition: (character: string) => boolean): number[] {
  return ALL.filter((codePoint) => condition(String.fromCodePoint(codePoint)));
}

it('cuts runs of every character that is a mark, or becomes one', () => {
  const known = new Set(codePointsOf(`${MARKS} ${IGNORED}`));
  const marks = pointsWhere((character) => {
    const [first = ''] = character.normalize('NFKD');
    return (/\p{M}/u.test(character) || /[\u3099\u309A]/.test(first)) && !isIgnorable(character);
  });

  expect(hex(marks.filter((mark) => !known.has(mark)))).toEqual([]);
});

it('cuts no runs of other characters', () => {
  const others = codePointsOf(MARKS).filter((mark) => {
    const [first = ''] = String.fromCodePoint(mark).normalize('NFKD');
    return !/[\p{M}\p{Cn}]/u.test(first) && !isIgnorable(first);
  });

  expect(hex(others)).toEqual([]);
});

it('ignores all ignorable characters and controls except white space', () => {
  const known = new Set(codePointsOf(IGNORED));
  const ignorable = pointsWhere((character) => isIgnorable(character) || /[^\P{Cc}\s\u0085]/u.test(character));

  expect(hex(ignorable.filter((codePoint) => !known.has(codePoint)))).toEqual([]);
  expect(hex(codePointsOf(IGNORED_ASCII))).toEqual(hex([...known].filter((codePoint) => codePoint < 0x80)));
});

it('leaves the characters that NFKC replaces by more than four', () => {
  const long = pointsWhere((character) => [...character.normalize('NFKC')].length > 4);

  expect(hex(codePointsOf(NOT_EXPANDED))).toEqual(hex(long));
});

it('contains every decimal digit', () => {
  const digits = new Set(codePointsOf(DECIMAL_ZEROS).flatMap((zero) => Array.from({ length: 10 }, (_, n) => zero + n)));
  const decimal = pointsWhere((character) => /^\p{Nd}$/u.test(character) && !/\d/.test(character.normalize('NFKC')));

  expect(hex(decimal.filter((digit) => !digits.has(digit)))).toEqual([]);
});

it('replaces special characters only in texts that have some', () => {
  const special = new Set(codePointsOf(SPECIAL));
  const tables = [
    MARKS,
    OPTIONAL_MARKS,
    NOT_EXPANDED,
    DECIMAL_ZEROS,
    ...STROKES.map(({ mark }) => mark),
    ...[...LETTERS_BEFORE_NORMALIZATION, ...LETTERS_AFTER_NORMALIZATION].map(([codePoints]) => codePoints),
  ];

  expect(hex(tables.flatMap((ranges) => codePointsOf(ranges)).filter((point) => !special.has(point)))).toEqual([]);
});
