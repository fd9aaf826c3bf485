import { toPrintable, toPrintableLines } from './printable';

describe('toPrintable', () => {
  it.each([
    ['\u001b[31mred\u001b[0m', '\\u001b[31mred\\u001b[0m'],
    ['a\nb\r\nc\td', 'a\\u000ab\\u000d\\u000ac\\u0009d'],
    ['\u009b31m\u0085\u007f', '\\u009b31m\\u0085\\u007f'],
    ['a\u2028b\u2029c', 'a\\u2028b\\u2029c'],
    ['\u202egnp.exe\u2066\u200f\u061c', '\\u202egnp.exe\\u2066\\u200f\\u061c'],
    ['\u0000', '\\u0000'],
  ])('escapes %j', (text, printable) => {
    expect(toPrintable(text)).toBe(printable);
  });

  it.each(['Rückgabe, 件名, שלום', '👩‍👩‍👧 and 😀', 'a\u00a0b', ''])('keeps %j', (text) => {
    expect(toPrintable(text)).toBe(text);
  });
});

it('keeps the line breaks of a text of several lines', () => {
  expect(toPrintableLines('a\n\u001bb\r\n')).toBe('a\n\\u001bb\\u000d\n');
});
