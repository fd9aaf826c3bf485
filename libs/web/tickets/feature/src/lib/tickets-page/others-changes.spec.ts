import { TestBed } from '@angular/core/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { eventually } from '@docket/web/ui/testing';
import { findByText, pageText, press } from '../../testing/elements';
import {
  EIGHT,
  NINE,
  SEVEN,
  THREE,
  aTicket,
  becomeViewer,
  openList,
  openTicket,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(() => verifyRequests());

const elsewhere = (ids: readonly number[] | 'all', hasNew = false) =>
  TestBed.inject(TicketChanges).announceElsewhere({
    kind: 'elsewhere',
    ids: ids === 'all' ? ids : new Set(ids),
    hasNew,
  });
const byIds = (...ids: readonly number[]) => requested(`/api/tickets?ids=${ids.join()}`);
const announced = () => document.querySelector('.new-tickets')?.textContent.replace(/\s+/g, ' ').trim();
const titles = () => [...document.querySelectorAll('a[data-ticket]')].map((link) => link.textContent.trim());

const later = { ...EIGHT, title: 'Eight, changed by Ana', updated_at: '2099-01-01T00:00:00.000Z' };
const TEN = aTicket({ id: 10, title: 'Ten' });
const HAS_NEXT = { Link: '</api/tickets/?cursor=two>; rel="next"' };

describe('changes of others', () => {
  it('appear in the row of their ticket, by one request for all', async () => {
    await openList();
    elsewhere([8, 9]);
    (await byIds(8, 9)).flush([later, { ...NINE, title: 'Nine, changed', updated_at: later.updated_at }]);

    await eventually(() => expect(titles()).toEqual(['Nine, changed', 'Eight, changed by Ana', 'Seven']));
    expect(announced()).toBe('');
  });

  it('leave the rows in their places after changes were missed, and announce the rest', async () => {
    await openList();
    elsewhere('all', true);
    (await requested('/api/tickets')).flush([TEN, NINE, later]);
    await eventually(() => expect(announced()).toBe('1 new ticket'));
    expect(titles()).toEqual(['Nine', 'Eight, changed by Ana', 'Seven']);

    (await byIds(7)).flush([{ ...SEVEN, title: 'Seven, closed', updated_at: later.updated_at }]);
    await eventually(() => expect(titles()).toEqual(['Nine', 'Eight, changed by Ana', 'Seven, closed']));
  });

  it('are read in more requests if the tickets are too long for one', async () => {
    await openList();
    elsewhere([8, 9]);
    (await byIds(8, 9)).flush([later], { headers: { Link: '</api/tickets/?ids=9>; rel="next"' } });

    (await byIds(9)).flush([{ ...NINE, title: 'Nine, changed', updated_at: later.updated_at }]);
    await eventually(() => expect(titles()).toEqual(['Nine, changed', 'Eight, changed by Ana', 'Seven']));
  });

  it('mark the row of a deleted ticket, which is not counted, until the next load', async () => {
    await openList();
    elsewhere([8]);
    (await byIds(8)).flush([], { headers: { 'Docket-Missing': '8' } });

    await eventually(() => expect(findByText('tr.mismatched', '8').textContent).toContain('Deleted'));
    expect(pageText()).toContain('1–2 of 2');
    elsewhere([9]);
    (await byIds(9)).flush([{ ...NINE, title: 'Nine, changed', updated_at: later.updated_at }]);
    await eventually(() => expect(titles()).toEqual(['Nine, changed', 'Eight', 'Seven']));
    expect(findByText('tr.mismatched', '8').textContent).toContain('Deleted'); // still
    elsewhere([7, 12]); // of which 12 is not listed
    (await byIds(7, 12)).flush([SEVEN]);

    (await eventually(() => findByText('docket-refresh-button', 'Updated').querySelector('button')!)).click();
    (await requested('/api/tickets')).flush([NINE, SEVEN], { headers: { 'X-Total-Count': '2' } });
    await eventually(() => expect(titles()).toEqual(['Nine, changed', 'Seven']));
    expect(document.querySelector('tr.mismatched')).toBeNull();
  });

  it('appear in the open ticket', async () => {
    await openTicket();
    elsewhere([8]);
    (await byIds(8)).flush([later]);
    (await requested('/api/tickets/8')).flush(later);

    await eventually(() => expect(findByText('docket-ticket-panel h2', 'Eight, changed by Ana')).toBeTruthy());
  });

  it('wait until the page has loaded, and are forgotten if it is another page', async () => {
    const { harness } = await openList();
    elsewhere([8, 10]);
    const pending = await byIds(8, 10);
    await harness.navigateByUrl('/tickets?cursor=two');
    pending.flush([later, TEN]);
    (await requested('/api/tickets?cursor=two')).flush([EIGHT]);

    (await byIds(8)).flush([later]);
    await eventually(() => expect(titles()).toEqual(['Eight, changed by Ana']));
    expect(announced()).toBe('');
  });
});

describe('tickets that enter the list', () => {
  it('are announced with their number, and come with a click', async () => {
    await openList();
    elsewhere([10]);
    (await byIds(10)).flush([TEN]);
    await eventually(() => expect(announced()).toBe('1 new ticket'));
    elsewhere([11, 12]);
    (await byIds(11, 12)).flush([aTicket({ id: 11 }), aTicket({ id: 12 })]);
    await eventually(() => expect(announced()).toBe('3 new tickets'));
    expect(titles()).toEqual(['Nine', 'Eight', 'Seven']);

    findByText('.new-tickets button', '3 new').click();
    (await requested('/api/tickets')).flush([TEN, ...THREE]);

    await eventually(() => expect(titles()).toEqual(['Ten', 'Nine', 'Eight', 'Seven']));
    expect(announced()).toBe('');
    await eventually(() => expect(findByText('tr.highlighted', '10')).toBeTruthy());
  });

  it('take the focus that their button had', async () => {
    await openList('/tickets?sort=priority');
    elsewhere([10]);
    (await byIds(10)).flush([TEN]);
    const button = await eventually(() => findByText('.new-tickets button', '1 new'));
    button.focus();

    button.click(); // like Enter
    expect(document.activeElement?.classList).toContain('scroller');
    (await requested('/api/tickets?sort=priority')).flush([NINE, TEN, EIGHT]);

    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('10'));
  });

  it('come with b, and the first one has the focus', async () => {
    await openList();
    elsewhere([10]);
    (await byIds(10)).flush([TEN]);
    await eventually(() => expect(announced()).toBe('1 new ticket'));

    press('b', document.body);
    (await requested('/api/tickets')).flush([TEN, ...THREE]);

    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('10'));
    expect(announced()).toBe('');
  });

  it('leave the focus to the first row if there are more than a page of them', async () => {
    await openList('/tickets', THREE, HAS_NEXT);
    elsewhere([], true);
    const fifty = Array.from({ length: 50 }, (_, index) => aTicket({ id: 100 - index }));
    (await requested('/api/tickets')).flush(fifty, { headers: HAS_NEXT });
    await eventually(() => expect(announced()).toBe('50+ new tickets'));

    press('b', document.body);
    (await requested('/api/tickets')).flush([aTicket({ id: 101 }), ...fifty.slice(1)], { headers: HAS_NEXT });

    await eventually(() => expect(document.activeElement?.getAttribute('data-ticket')).toBe('101'));
  });

  it('have to match its query, which may be about the person who asks', async () => {
    await openList('/tickets?q=assignee:me');
    await becomeViewer();
    elsewhere([10, 11]);
    const others = aTicket({ id: 11, assignee: { id: 4, name: 'Sam Otieno' } });
    (await byIds(10, 11)).flush([{ ...TEN, assignee: { id: 3, name: 'Priya Nair' } }, others]);

    await eventually(() => expect(announced()).toBe('1 new ticket'));
  });

  it('are no longer announced once they do not match', async () => {
    await openList('/tickets?q=status:open');
    elsewhere([10]);
    (await byIds(10)).flush([TEN]);
    await eventually(() => expect(announced()).toBe('1 new ticket'));

    elsewhere([10]);
    (await byIds(10)).flush([{ ...TEN, status: 'closed' }]);
    await eventually(() => expect(announced()).toBe(''));
  });

  it.each([
    ['newest', ''],
    ['oldest', '?sort=oldest'],
    ['priority', '?sort=priority'],
  ])('are announced in the order %s', async (_order, query) => {
    await openList(`/tickets${query}`);
    elsewhere([10]);
    (await byIds(10)).flush([TEN]);

    await eventually(() => expect(announced()).toBe('1 new ticket'));
  });

  it('are found by the API if the query has words', async () => {
    await openList('/tickets?q=code status:open');
    elsewhere([10, 11]);
    (await byIds(10, 11)).flush([TEN, aTicket({ id: 11 })]);
    (await requested('/api/tickets?q=code%20status:open')).flush([TEN, ...THREE]);

    await eventually(() => expect(announced()).toBe('1 new ticket'));
  });

  it('are not looked for by words if none matches the filters', async () => {
    await openList('/tickets?q=code status:open');
    elsewhere([10]);
    (await byIds(10)).flush([{ ...TEN, status: 'closed' }]);
    elsewhere([8]); // would be read with the query
    (await byIds(8)).flush([later]);

    await eventually(() => expect(titles()).toEqual(['Nine', 'Eight, changed by Ana', 'Seven']));
    expect(announced()).toBe('');
  });

  it('are not announced on a later page', async () => {
    await openList('/tickets?cursor=two');
    elsewhere([8, 10], true);
    (await byIds(8)).flush([later]);

    await eventually(() => expect(titles()).toContain('Eight, changed by Ana'));
    expect(announced()).toBe('');
  });

  it('are announced after an import, whose tickets are not named', async () => {
    await openList('/tickets', THREE, HAS_NEXT);
    elsewhere([], true);
    const fifty = Array.from({ length: 50 }, (_, index) => aTicket({ id: 100 - index }));
    (await requested('/api/tickets')).flush(fifty, { headers: HAS_NEXT });

    await eventually(() => expect(announced()).toBe('50+ new tickets'));
  });
});
