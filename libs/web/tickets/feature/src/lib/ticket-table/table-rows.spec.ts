import type { Ticket } from '@docket/web/tickets/data';
import { type TableRow, stepTowards, toRows } from './table-rows';

const tickets = (...ids: number[]) => ids.map((id) => ({ id, description: `About ${id}` }) as Ticket);
const slots = (rows: readonly TableRow[]) => Object.fromEntries(rows.map(({ ticket, slot }) => [ticket.id, slot]));
const toPlainRows = (of: readonly Ticket[], current: readonly TableRow[], keptId?: number) =>
  toRows(of, '', current, keptId);
const ids = (rows: readonly TableRow[]) => rows.map(({ ticket }) => ticket.id);

describe('toRows', () => {
  it('reuses the elements for other tickets, from the top', () => {
    const before = toPlainRows(tickets(3, 2, 1), []);

    expect(slots(before)).toEqual({ 3: 0, 2: 1, 1: 2 });
    expect(slots(toPlainRows(tickets(6, 3, 5, 4), before))).toEqual({ 6: 0, 3: 1, 5: 2, 4: 3 });
  });

  it('keeps the element of the kept ticket when the ticket changes its position', () => {
    expect(slots(toPlainRows(tickets(4, 3, 2), toPlainRows(tickets(3, 2, 1), []), 2))).toEqual({ 4: 0, 3: 2, 2: 1 });
  });

  it('leaves the element of the kept ticket unused when the ticket is gone', () => {
    expect(slots(toPlainRows(tickets(6, 5), toPlainRows(tickets(3, 2), []), 3))).toEqual({ 6: 1, 5: 2 });
  });

  it('keeps a row until its ticket changes', () => {
    const [first, second] = tickets(2, 1) as [Ticket, Ticket];
    const before = toPlainRows([first, second], []);

    const after = toPlainRows([first, { ...second, title: 'Changed' }], before);

    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ ...before[1], ticket: { ...second, title: 'Changed' } });
  });

  it('replaces a row when the filters change', () => {
    const all = tickets(2, 1);

    expect(toRows(all, '?search=card', toRows(all, '', []))).toEqual(toRows(all, '?search=card', []));
  });
});

describe('stepTowards', () => {
  it('changes up to the given number of rows per call, from the top', () => {
    const before = toPlainRows(tickets(4, 3, 2, 1), []);
    const target = toPlainRows(tickets(8, 7, 6, 5), before);

    const once = stepTowards(target, before, 3);
    const twice = stepTowards(target, once, 3);

    expect(ids(once)).toEqual([8, 7, 6, 1]);
    expect(twice).toBe(target);
  });

  it('never shows an element twice', () => {
    const before = toPlainRows(tickets(3, 2, 1), []);
    const target = toPlainRows(tickets(9, 1, 8, 7), before);

    expect(ids(stepTowards(target, before, 1))).toEqual([9, 2, 1]);
  });

  it('needs one step for few changes in a long list', () => {
    const many = tickets(...Array.from({ length: 200 }, (_, n) => n));
    const before = toPlainRows(many, []);
    const target = toPlainRows([...many.slice(0, 199), ...tickets(999)], before);

    expect(stepTowards(target, before, 20)).toBe(target);
  });
});
