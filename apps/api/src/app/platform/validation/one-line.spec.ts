import { oneLine } from './one-line';

it.each([
  ['line breaks', 'Ana\r\n\u2028Ruiz', 'Ana Ruiz'],
  ['white space at the ends and in a row', ' \tAna \u00a0 Ruiz\n', 'Ana Ruiz'],
  ['control characters', 'Ana\u0000\u0007\u0085Ruiz', 'Ana Ruiz'],
  ['characters that turn the text around', 'Ana \u202eziuR\u202c \u2067x\u2069', 'Ana ziuR x'],
  ['invisible characters', 'A\u200bn\u2060a\ufeff\u00ad \u200e\u200f\u061c Ruiz\u2063', 'Ana Ruiz'],
])('replaces %s', (_what, text, line) => {
  expect(oneLine(text)).toBe(line);
});

it.each(['עדי כהן', 'محمد\u200c\u200dعلی', 'José María', '👩‍👩‍👧 Team', "O'Neill-Ní"])('keeps %s', (text) => {
  expect(oneLine(text)).toBe(text);
});

it('reads a long text in linear time', () => {
  expect(oneLine(`a${' '.repeat(500_000)}b${'\u202e'.repeat(500_000)}`)).toBe('a b');
});
