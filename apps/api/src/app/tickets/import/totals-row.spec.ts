import { Readable } from 'node:stream';
import type { ParsedRow } from './read-row';
import { isTotalsRow, withoutTotals } from './totals-row';

const table = (...values: unknown[]): ParsedRow => ({ line: 1, values });

describe('isTotalsRow', () => {
  it.each([
    ['Total', '', '', '1234'],
    ['', 'Grand total', '', '1,234', '', ''],
    ['Summe', '', '', '12', '3,5', ''],
    ['Total général :', '', '', '1 234'],
    ['Gesamt', 12, null, null],
    ['合計', '', '', '5'],
    ['TOTALS', '', '€ 1.234,50'],
    ['Итого:', '', '', '37 %', '', ''],
    ['Grand Totals (1,234 records)', '', ''],
    ['Total: 12', '', '', ''],
    ['', 'Total', '', '12:30 h'],
  ])('finds the totals in %j', (...values) => {
    expect(isTotalsRow(table(...values))).toBe(true);
  });

  it.each([
    ['Total', '', '', ''],
    ['5', 'Total', '', ''],
    ['Total', '5'],
    ['Total', 'is wrong', '', ''],
    ['Total loss of power', '', '', '12'],
    ['Totals', '1', '2', '3'],
    ['', '', '', ''],
    ['Tot', '', '', '7'],
    ['Total cost of the order is wrong, and nobody can say why that is so today', '', '', '7'],
  ])('finds a ticket in %j', (...values) => {
    expect(isTotalsRow(table(...values))).toBe(false);
  });

  it('leaves objects and errors', () => {
    expect(isTotalsRow({ line: 1, fields: { title: 'Total', n: 1 } })).toBe(false);
    expect(isTotalsRow({ line: 1, errors: [] })).toBe(false);
  });

  it('takes linear time', () => {
    const started = performance.now();

    for (const sign of ['1', '(', ' ', '1 ', '€']) isTotalsRow(table('Total', '', '', sign.repeat(1_000_000)));

    expect(performance.now() - started).toBeLessThan(1000);
  });
});

describe('withoutTotals', () => {
  const total = { line: 3, values: ['Total', '', '', '5'] };
  const ticket = { line: 2, values: ['1', 'A', 'b', 'c'] };

  async function read(...parts: ParsedRow[][]): Promise<ParsedRow[]> {
    const rows: ParsedRow[] = [];
    const copies = Readable.from(parts.map((part) => [...part])) as AsyncIterable<ParsedRow[]>;
    for await (const part of withoutTotals(copies)) rows.push(...part);
    return rows;
  }

  it('refuses the last row', async () => {
    expect(await read([ticket, total])).toMatchObject([ticket, { line: 3, errors: [{ pointer: '' }] }]);
    expect(await read([ticket], [total], [])).toMatchObject([ticket, { line: 3, errors: [{ pointer: '' }] }]);
  });

  it('keeps another row, in its order', async () => {
    expect(await read([total, ticket])).toEqual([total, ticket]);
    expect(await read([total], [], [ticket], [total], [ticket])).toEqual([total, ticket, total, ticket]);
  });
});
