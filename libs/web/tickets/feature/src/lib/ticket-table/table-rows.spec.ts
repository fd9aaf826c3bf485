import type { Ticket } from '@docket/web/tickets/data';
import { type TableRow, stepTowards, toRows } from './table-rows';

const tickets = (...ids: number[]) => ids.map((id) => ({ id, description: `About ${id}` }) as Ticket);
const slots = (rows: readonly TableRow[]) => Object.fromEntries(rows.map(({ ticket, slot }) => [ticket.id, slot]));
const rowsOf = (of: readonly Ticket[], before: readonly TableRow[], kept?: number) => toRows(of, '', before, kept);
const ids = (rows: readonly TableRow[]) => rows.map(({ ticket }) => ticket.id);

describe('toRows', () => {
  it('writes other tickets into the same elements, from the top', () => {
    const before = rowsOf(tickets(3, 2, 1), []);

    expect(slots(before)).toEqual({ 3: 0, 2: 1, 1: 2 });
    expect(slots(rowsOf(tickets(6, 3, 5, 4), before))).toEqual({ 6: 0, 3: 1, 5: 2, 4: 3 });
  });

  it('takes the element along with the ticket that is to be kept', () => {
    expect(slots(rowsOf(tickets(4, 3, 2), rowsOf(tickets(3, 2, 1), []), 2))).toEqual({ 4: 0, 3: 2, 2: 1 });
  });

  it('gives nobody the element of the ticket that was to be kept and is gone', () => {
    expect(slots(rowsOf(tickets(6, 5), rowsOf(tickets(3, 2), []), 3))).toEqual({ 6: 1, 5: 2 });
  });

  it('leaves a row the same until its ticket is another version', () => {
    const [first, second] = tickets(2, 1) as [Ticket, Ticket];
    const before = rowsOf([first, second], []);

    const after = rowsOf([first, { ...second, title: 'Changed' }], before);

    expect(after[0]).toBe(before[0]);
    expect(after[1]).toEqual({ ...before[1], ticket: { ...second, title: 'Changed' } });
  });

  it('writes a row anew whose ticket was asked for with other filters', () => {
    const all = tickets(2, 1);

    expect(toRows(all, '?search=card', toRows(all, '', []))).toEqual(toRows(all, '?search=card', []));
  });
});

describe('stepTowards', () => {
  it('changes so many rows from the top, and leaves the others for later', () => {
    const before = rowsOf(tickets(4, 3, 2, 1), []);
    const target = rowsOf(tickets(8, 7, 6, 5), before);

    const once = stepTowards(target, before, 3);
    const twice = stepTowards(target, once, 3);

    expect(ids(once)).toEqual([8, 7, 6, 1]);
    expect(twice).toBe(target);
  });

  it('shows no element twice on the way', () => {
    const before = rowsOf(tickets(3, 2, 1), []);
    const target = rowsOf(tickets(9, 1, 8, 7), before);

    expect(ids(stepTowards(target, before, 1))).toEqual([9, 2, 1]);
  });

  it('takes one step when little changes, however long the list is', () => {
    const many = tickets(...Array.from({ length: 200 }, (_, n) => n));
    const before = rowsOf(many, []);
    const target = rowsOf([...many.slice(0, 199), ...tickets(999)], before);

    expect(stepTowards(target, before, 20)).toBe(target);
  });
});
