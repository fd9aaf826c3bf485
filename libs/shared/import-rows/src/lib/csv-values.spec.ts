import fc from 'fast-check';
import { encode } from '../testing/encode';
import { splitFile } from '../testing/split';
import { readCsvValues } from './csv-values';

describe('readCsvValues', () => {
  it.each([
    ['a,b', ['a', 'b']],
    ['', ['']],
    [',', ['', '']],
    ['"a ""b""",""', ['a "b"', '']],
    ['5" disk,say "yes"', ['5" disk', 'say "yes"']],
    ['"a,\n""\r",b', ['a,\n"\r', 'b']],
    ['"a"  ,"b" ', ['a', 'b']],
    [' "a",b', [' "a"', 'b']],
    ['"a"b",c', 'quote_not_doubled'],
    ['a,"b', 'quote_not_closed'],
  ])('reads %j', (row, values) => {
    expect(readCsvValues(row, ',')).toEqual(values);
  });
});

/** Writes a value as programs do: quoted if necessary, or always. Unquoted, a quote after blanks would open a quoted value. */
function written(value: string, separator: string, isQuoted: boolean): string {
  const needsQuotes = isQuoted || /^[ \t]*"|[\r\n]/.test(value) || value.includes(separator);
  return needsQuotes ? `"${value.replaceAll('"', '""')}"` : value;
}

describe('any table', () => {
  const ENCODINGS = {
    'utf-8': '',
    'utf-16le': '\ufeff',
    'utf-16be': '\ufeff',
    'windows-1252': '',
    gbk: '',
    shift_jis: '',
  } as const;
  const SIGNS: Readonly<Record<string, string>> = { 'windows-1252': 'éßñ€', gbk: '标题你好', shift_jis: '件名テスト' };

  const table = fc.constantFrom(...(Object.keys(ENCODINGS) as (keyof typeof ENCODINGS)[])).chain((encoding) =>
    fc.constantFrom(',', ';', '\t', '|').chain((separator) => {
      const sign = fc.constantFrom(...'ab1 ,;\t|"\r\n\\', ...(SIGNS[encoding] ?? 'ö标😀'));
      const value = fc.oneof(fc.string({ unit: sign, maxLength: 8 }), fc.constant('plain'));
      const row = fc.array(value, { minLength: 3, maxLength: 3 }).filter((values) => /[^\s,;|]/.test(values.join('')));
      return fc.record({
        encoding: fc.constant(encoding),
        separator: fc.constant(separator),
        rows: fc.array(row, { maxLength: 5 }),
        isQuoted: fc.boolean(),
        blanks: fc.tuple(fc.constantFrom('', ' ', '  '), fc.constantFrom('', ' ', '  ')),
        lineEnd: fc.constantFrom('\n', '\r\n', '\r'),
        hasDeclaration: fc.boolean(),
        hasLineEnd: fc.boolean(),
        cuts: fc.array(fc.nat()),
      });
    }),
  );

  it('reads back the same, whatever its separator, quotes, blanks around quotes, line ends and encoding are and wherever it is cut', () => {
    fc.assert(
      fc.property(
        table,
        ({ encoding, separator, rows, isQuoted, blanks, lineEnd, hasDeclaration, hasLineEnd, cuts }) => {
          const all = [['one', 'two', 'three'], ...rows];
          const lines = all.map((values) =>
            values
              .map((value) => written(value, separator, isQuoted))
              .join(isQuoted ? blanks.join(separator) : separator),
          );
          const text = [...(hasDeclaration ? [`sep=${separator}`] : []), ...lines, ...(hasLineEnd ? [''] : [])].join(
            lineEnd,
          );
          const file = encode(ENCODINGS[encoding] + text, encoding);

          const declared = ENCODINGS[encoding] || encoding === 'utf-8' ? undefined : encoding; // a few letters are no evidence
          const split = splitFile(file, { hint: 'csv', encoding: declared }, cuts);

          expect(split.format).toMatchObject({ format: 'csv', separator });
          expect(
            split.rows.map(({ bytes, dialect }) => readCsvValues(new TextDecoder().decode(bytes), separator, dialect)),
          ).toEqual(all);
        },
      ),
      { numRuns: 500 },
    );
  });
});
