import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { type Ticket, TicketChanges } from '@docket/web/tickets/data';
import { findByText, pageText, selectNamed } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  NINE,
  SEVEN,
  THREE,
  aTicket,
  currentUrl,
  openList,
  openPage,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(verifyRequests);

describe('the list', () => {
  it('shows the tickets and their total', async () => {
    const { page } = await openList('/tickets', THREE, { 'X-Total-Count': '1000', 'X-Total-Count-Relation': 'gte' });

    const rows = await (await page.getHarness(MatTableHarness)).getRows();

    expect(rows).toHaveLength(3);
    expect(await page.getHarness(MatTableHarness).then((table) => table.getCellTextByIndex())).toEqual(
      expect.arrayContaining([expect.arrayContaining(['9', 'Account', 'High'])]),
    );
    expect(pageText()).toContain('1,000+ tickets');
    expect(pageText()).toContain('1–3 of 1,000+');
  });

  it('requests the list that the URL describes', async () => {
    const { list } = await openList(
      '/tickets?search=card&status=open,closed,nonsense&created_from=2026-11-01&cursor=abc',
    );

    expect(list.request.urlWithParams).toBe(
      '/api/tickets?search=card&status=open,closed&created_from=2026-11-01&cursor=abc',
    );
  });

  it('changes the order, from the beginning of the other one, and keeps the filters', async () => {
    await openList('/tickets?status=open&cursor=abc&first=51');

    (await eventually(() => findByText('docket-sort-button button', 'Newest first'))).click();
    (await eventually(() => findByText('[role=menuitemradio]', 'Oldest first'))).click();
    (await requested('/api/tickets?status=open&sort=oldest')).flush(THREE);
    await eventually(() => expect(currentUrl()).toBe('/tickets?status=open&sort=oldest'));
    (await eventually(() => findByText('docket-sort-button button', 'Oldest first'))).click();
    (await eventually(() => findByText('[role=menuitemradio]', 'Newest first'))).click();

    (await requested('/api/tickets?status=open')).flush(THREE);
    await eventually(() => expect(currentUrl()).toBe('/tickets?status=open'));
  });

  it('offers to file the first ticket when there is none', async () => {
    await openList('/tickets', []);

    await eventually(() => expect(pageText()).toContain('No tickets yet'));
  });

  it('offers to clear the filters when nothing matches', async () => {
    const { page, root } = await openList('/tickets?status=closed', []);
    expect(pageText()).not.toContain('No tickets yet');
    const clear = await root.getHarness(MatButtonHarness.with({ text: 'Clear', ancestor: 'docket-empty-state' }));

    const clicked = clear.click();

    (await requested('/api/tickets')).flush(THREE);
    await clicked;
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
    expect(currentUrl()).toBe('/tickets');
  });

  it('reports a failure, and tries again', async () => {
    const { page } = await openPage('/tickets');
    const failing = await requested('/api/tickets');
    failing.flush({ status: 503, request_id: 'r-7' }, { status: 503, statusText: 'Service Unavailable' });
    await eventually(() =>
      expect(pageText()).toContain('The server is not available at the moment. Try again in a moment.'),
    );
    expect(pageText()).toContain('Request r-7');

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Try again' }))).click();

    (await requested('/api/tickets')).flush(THREE);
    await clicked;
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
  });

  it('drops a response that arrives after the filters have changed', async () => {
    const { harness, page } = await openPage('/tickets?search=a');
    const late = await requested('/api/tickets?search=a');
    void harness.navigateByUrl('/tickets?search=ab');
    const current = await requested('/api/tickets?search=ab');

    current.flush([NINE]);

    expect(late.cancelled).toBe(true);
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(1);
  });

  it('turns pages, and shows the position in the list', async () => {
    const { page } = await openList('/tickets', THREE, {
      'X-Total-Count': '5',
      Link: '</api/tickets?cursor=two>; rel="next"',
    });

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).click();

    (await requested('/api/tickets?cursor=two')).flush([aTicket({ id: 2 }), aTicket({ id: 1 })], {
      headers: { 'X-Total-Count': '5', Link: '</api/tickets?cursor=one>; rel="prev"' },
    });
    await clicked;
    expect(pageText()).toContain('4–5 of 5');
    expect(currentUrl()).toBe('/tickets?cursor=two&first=4'); // keeps the position after a reload
    expect(await (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).isDisabled()).toBe(true);
  });

  it('offers to search on if a search has found nothing in its time', async () => {
    const { page } = await openList('/tickets?search=e', [], {
      'X-Total-Count': '0',
      'X-Total-Count-Relation': 'gte',
      Link: '</api/tickets?search=e&cursor=two>; rel="next"',
    });
    await eventually(() => expect(pageText()).toContain('Nothing found so far'));

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Search on' }))).click();

    (await requested('/api/tickets?search=e&cursor=two')).flush(THREE);
    await clicked;
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
  });

  it('keeps the limit of the URL when the page or the filters change', async () => {
    const { page, list } = await openList('/tickets?limit=2&cursor=two&first=3', THREE.slice(0, 2), {
      Link: '</api/tickets?cursor=one>; rel="prev"',
    });
    expect(list.request.urlWithParams).toBe('/api/tickets?limit=2&cursor=two');

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Previous' }))).click();
    (await requested('/api/tickets?limit=2&cursor=one')).flush(THREE.slice(0, 2));
    await clicked;
    const status = await selectNamed(page, 'Status');
    const picked = status.clickOptions({ text: 'Open' });
    (await requested('/api/tickets?q=status:open&limit=2')).flush(THREE.slice(0, 2));
    await picked;

    expect(pageText()).toContain('1–2');
    expect(currentUrl()).toBe('/tickets?q=status:open&limit=2');
  });

  it('knows the position of a previous page by its length, because a page ends at 1 MB of text', async () => {
    const { page } = await openList('/tickets?cursor=three&first=61', THREE, {
      Link: '</api/tickets?cursor=two>; rel="prev"',
    });

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Previous' }))).click();
    (await requested('/api/tickets?cursor=two')).flush(THREE.slice(0, 2), {
      headers: { Link: '</api/tickets?cursor=one>; rel="prev"' },
    });
    await clicked;

    expect(pageText()).toContain('59–60');
    expect(currentUrl()).toBe('/tickets?cursor=two&last=60');
  });

  it('shows only the number of rows when the URL has no position', async () => {
    await openList('/tickets?cursor=two&first=none', THREE, { 'X-Total-Count': '5' });

    await eventually(() => expect(pageText()).toMatch(/ 3 of 5/));
  });

  it('offers a way out of a URL that the API rejects', async () => {
    const { root } = await openPage('/tickets?cursor=garbage');
    (await requested('/api/tickets?cursor=garbage')).flush({}, { status: 400, statusText: 'Bad Request' });
    await eventually(() => expect(pageText()).toContain('This list does not exist'));

    const clicked = (await root.getHarness(MatButtonHarness.with({ text: 'All tickets' }))).click();

    (await requested('/api/tickets')).flush(THREE);
    await clicked;
    expect(currentUrl()).toBe('/tickets');
  });

  it('keeps its scroll position when a row changes, and scrolls to the top of a new page', async () => {
    const { harness, page } = await openList('/tickets', THREE, {
      Link: '</api/tickets?cursor=two>; rel="next"',
    });
    await harness.fixture.whenStable();
    const scrollTo = jest.fn();
    Object.assign(document.querySelector('.scroller')!, { scrollTo });

    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: { ...SEVEN, status: 'closed' } });
    await harness.fixture.whenStable();
    expect(scrollTo).not.toHaveBeenCalled();

    const clicked = (await page.getHarness(MatButtonHarness.with({ text: 'Next' }))).click();
    (await requested('/api/tickets?cursor=two')).flush(THREE);
    await clicked;
    expect(scrollTo).toHaveBeenCalledTimes(1);
  });

  it('keeps a change that is newer than the response', async () => {
    const { harness } = await openList();
    void harness.navigateByUrl('/tickets?search=e');
    const late = await requested('/api/tickets?search=e');
    const changed: Ticket = { ...NINE, status: 'resolved', updated_at: '2026-03-12T15:00:00.000Z' };
    TestBed.inject(TicketChanges).announce({ kind: 'changed', ticket: changed });

    late.flush(THREE);

    await harness.fixture.whenStable();
    expect(document.querySelector('docket-property-button')?.textContent).toContain('Resolved');
  });
});
