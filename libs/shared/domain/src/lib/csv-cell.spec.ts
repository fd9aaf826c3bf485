import { toCsvCell, withoutFormula } from './csv-cell';

it.each([
  ['plain', 'plain'],
  ['', ''],
  ['a b', 'a b'],
  ['a,b', '"a,b"'],
  ['say "yes"', '"say ""yes"""'],
  ['one\ntwo', '"one\ntwo"'],
  ['one\rtwo', '"one\rtwo"'],
  [' before', '" before"'],
  ['after ', '"after "'],
  ['no-break\u00a0', '"no-break\u00a0"'],
])('writes %j so that it is read as it was', (value, cell) => {
  expect(toCsvCell(value)).toBe(cell);
});

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('keeps a spreadsheet from running %j', (text) => {
  expect(withoutFormula(text)).toBe(`'${text}`);
});

it.each(['', 'a=b', "'=1", '1-1'])('leaves %j as it is', (text) => {
  expect(withoutFormula(text)).toBe(text);
});
