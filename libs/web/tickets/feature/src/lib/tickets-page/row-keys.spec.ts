import { HttpTestingController } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { eventually } from '@docket/web/ui/testing';
import { become } from '../../testing/conversation';
import { findByText, press, queryField } from '../../testing/elements';
import { EIGHT, NINE, SEVEN, currentUrl, openList, requested, verifyRequests } from '../../testing/tickets-page';

afterEach(() => {
  verifyRequests();
  localStorage.clear(); // drafts
});

const row = (id: number) => document.querySelector<HTMLElement>(`a[data-ticket="${id}"]`)!;
const heading = () => document.querySelector('docket-ticket-panel h2');

/** Opens a page as Ana, with or without a ticket, and waits for the shortcuts. */
async function openAsAna(url: string, tickets = [NINE, EIGHT, SEVEN], headers: Record<string, string> = {}) {
  const { harness } = await openList(url, tickets, headers);
  await become(['tickets:read', 'tickets:write']);
  await eventually(queryField);
  await import('./ticket-keys');
  if (url.includes('/8')) {
    (await requested('/api/tickets/8')).flush(EIGHT, { headers: { ETag: '"8-1"' } });
    await eventually(() => expect(heading()?.textContent).toBe('Eight'));
    await eventually(() => expect(document.querySelector('docket-composer textarea')).not.toBeNull());
  }
  await harness.fixture.whenStable();
}

/** Responds to two reads: of the panel, and of a change without a known version. */
async function flushNine(): Promise<void> {
  const requests = await eventually(() => {
    const matching = TestBed.inject(HttpTestingController).match('/api/tickets/9');
    expect(matching).not.toHaveLength(0);
    return matching;
  });
  for (const request of requests) if (!request.cancelled) request.flush(NINE, { headers: { ETag: '"9-1"' } });
}

describe('a key on the row of another ticket than the open one', () => {
  it('opens the menu of the status in the row', async () => {
    await openAsAna('/tickets/8');
    row(9).focus();

    expect(press('s')).toBe(false);
    (await eventually(() => findByText('[role=menuitemradio]', 'Closed'))).click();
    await flushNine();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ status: 'closed' });
    change.flush({ ...NINE, status: 'closed' });
    expect(currentUrl()).toBe('/tickets/8');
  });

  it('leaves the keys after it to the menu of the status, which has to load first', async () => {
    await openAsAna('/tickets');
    row(9).focus();

    press('s');
    expect(press('i')).toBe(false); // would assign the ticket
    expect(press('Enter')).toBe(false);
    await flushNine();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ status: 'in_progress' });
    change.flush({ ...NINE, status: 'in_progress' });
    expect(currentUrl()).toBe('/tickets');
  });

  it.each([
    ['/tickets/8', 'with an open ticket'],
    ['/tickets', 'with none'],
  ])('opens the ticket of the row and assigns that one, %s', async (url) => {
    await openAsAna(url);
    row(9).focus();

    expect(press('i')).toBe(false);
    await eventually(() => expect(currentUrl()).toBe('/tickets/9'));
    await eventually(() => expect(document.activeElement).toBe(heading()));
    await flushNine();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ assignee_id: 3 });
    change.flush(NINE);
    expect(heading()?.textContent).toBe('Nine');
  });

  it.each(['/tickets/8', '/tickets'])('opens the field of the ticket of the row, from %s', async (url) => {
    await openAsAna(url);
    row(9).focus();

    expect(press('p')).toBe(false);
    await flushNine();
    (await eventually(() => findByText('[role=menuitemradio]', 'Low'))).click();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ priority: 'low' });
    change.flush(NINE);
    expect(currentUrl()).toBe('/tickets/9');
  });

  it.each([
    ['r', 'Reply', '/tickets/8'],
    ['n', 'Note for your team', '/tickets/8'],
    ['r', 'Reply', '/tickets'],
  ])('opens on %s the %s of the ticket of the row, and loses no letter, from %s', async (key, label, url) => {
    await openAsAna(url);
    row(9).focus();

    expect(press(key)).toBe(false);
    for (const letter of 'Done') expect(press(letter, document.body)).toBe(false);
    await flushNine();

    const field = () => document.querySelector<HTMLTextAreaElement>('docket-composer textarea');
    await eventually(() => expect(document.activeElement).toBe(field()));
    expect([field()?.getAttribute('aria-label'), field()?.value]).toEqual([label, 'Done']);
    expect([currentUrl(), heading()?.textContent]).toEqual(['/tickets/9', 'Nine']);
  });

  it('keeps the keys after it for that ticket, while it loads', async () => {
    await openAsAna('/tickets/8');
    row(9).focus();

    expect(['p', 'l', 'Enter'].map((key) => press(key))).not.toContain(true);
    await flushNine();

    const change = await requested('/api/tickets/9', 'PATCH');
    expect(change.request.body).toEqual({ priority: 'low' });
    change.flush(NINE);
  });

  it('forgets the key if another ticket is opened meanwhile', async () => {
    await openAsAna('/tickets/8');
    row(9).focus();

    press('p');
    void TestBed.inject(Router).navigateByUrl('/tickets/7');

    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(heading()?.textContent).toBe('Seven'));
    await eventually(() => expect(document.querySelector('[role=menu]')).toBeNull());
  });
});

describe('a step from the row of another ticket than the open one', () => {
  it.each([
    ['ArrowDown', 7, SEVEN],
    ['j', 7, SEVEN],
  ])('goes on from the row on %s', async (key, id, ticket) => {
    await openAsAna('/tickets/8', [EIGHT, NINE, SEVEN]);
    row(9).focus();

    press(key);

    (await requested(`/api/tickets/${id}`)).flush(ticket);
    await eventually(() => expect(currentUrl()).toBe('/tickets/7'));
    await eventually(() => expect(document.activeElement).toBe(row(7)));
  });

  it('goes to the second row from the first one, if the open ticket is not listed', async () => {
    await openAsAna('/tickets/8', [NINE, SEVEN]);
    row(9).focus();

    press('ArrowDown');

    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(currentUrl()).toBe('/tickets/7'));
  });

  it('turns the page from the last row', async () => {
    await openAsAna('/tickets/8', [EIGHT, NINE], { Link: '</api/tickets/?cursor=two>; rel="next"' });
    row(9).focus();

    press('j');

    (await requested('/api/tickets?limit=1&cursor=two')).flush([SEVEN]);
    (await requested('/api/tickets?cursor=two')).flush([SEVEN]);
    (await requested('/api/tickets/7')).flush(SEVEN);
    await eventually(() => expect(currentUrl()).toContain('/tickets/7?cursor=two'));
  });
});
