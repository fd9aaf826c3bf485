import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatTableHarness } from '@angular/material/table/testing';
import { Router } from '@angular/router';
import { type TicketChange, TicketChanges } from '@docket/web/tickets/data';
import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  EIGHT,
  NINE,
  SEVEN,
  THREE,
  currentUrl,
  openList,
  openPage,
  openTicket,
  requested,
  verifyRequests,
} from '../../testing/tickets-page';

afterEach(() => {
  jest.restoreAllMocks();
  verifyRequests();
});

const refreshButton = () => eventually(() => findByText('docket-refresh-button', 'Updated').querySelector('button')!);
const offline = new ProgressEvent('error');
const UNAVAILABLE = { status: 503, statusText: 'Service Unavailable' };

describe('a list that cannot be refreshed', () => {
  it('stays, and reports since when it may be old', async () => {
    const { page } = await openList();
    (await refreshButton()).click();
    (await requested('/api/tickets')).error(offline);

    await eventually(() => expect(pageText()).toMatch(/Offline since \d\d:\d\d, this may be old\./));
    expect(await (await page.getHarness(MatTableHarness)).getRows()).toHaveLength(3);
    expect(pageText()).toContain('1–3 of 3');

    (await page.getHarness(MatButtonHarness.with({ text: 'Try now' }))).click().catch(() => undefined);
    (await requested('/api/tickets')).flush([NINE]);

    await eventually(() => expect(pageText()).not.toContain('Offline since'));
  });

  it('names another failure', async () => {
    await openList();
    (await refreshButton()).click();
    (await requested('/api/tickets')).flush({}, UNAVAILABLE);

    await eventually(() =>
      expect(pageText()).toContain('The server is not available at the moment. Not refreshed since'),
    );
  });

  it('is no answer to other filters', async () => {
    const { harness, page } = await openList();
    void harness.navigateByUrl('/tickets?status=open');
    (await requested('/api/tickets?status=open')).error(offline);

    await eventually(() => expect(pageText()).toContain('The tickets could not be loaded'));
    expect(await page.getAllHarnesses(MatTableHarness)).toHaveLength(0);
  });
});

it('keeps an open ticket that cannot be refreshed', async () => {
  await openTicket();
  (await refreshButton()).click();
  (await requested('/api/tickets')).error(offline);
  (await requested('/api/tickets/8')).error(offline);

  await eventually(() => expect(findByText('docket-ticket-panel', '').textContent).toContain('Offline since'));
  expect(findByText('docket-ticket-panel h2', 'Eight')).toBeTruthy();
});

it('refreshes an old list when the user returns to the window', async () => {
  await openList();
  await refreshButton();
  window.dispatchEvent(new Event('focus')); // too soon

  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  window.dispatchEvent(new Event('focus'));

  (await requested('/api/tickets')).flush(THREE);
});

it('refreshes once when the user returns to the tab, which is also a return to the window', async () => {
  await openList();
  await refreshButton();

  jest.spyOn(Date, 'now').mockReturnValue(Date.now() + 60_000);
  document.dispatchEvent(new Event('visibilitychange'));
  const refresh = await requested('/api/tickets');
  window.dispatchEvent(new Event('focus'));
  TestBed.tick();

  expect(refresh.cancelled).toBe(false);
  refresh.flush(THREE);
});

it('refreshes when the connection is back', async () => {
  await openList();
  await refreshButton();

  window.dispatchEvent(new Event('online'));

  (await requested('/api/tickets')).flush(THREE);
});

it.each<TicketChange>([{ kind: 'filed', ticket: NINE }, { kind: 'imported' }])(
  'loads new tickets on the first page: $kind',
  async (change) => {
    await openList('/tickets', []);
    await eventually(() => expect(pageText()).toContain('No tickets yet'));

    TestBed.inject(TicketChanges).announce(change);
    (await requested('/api/tickets')).flush([NINE]);

    await eventually(() => findByText('a[data-ticket]', 'Nine'));
  },
);

it('loads again when a ticket is filed while the list loads, because the response may not have it', async () => {
  await openPage('/tickets');
  const pending = await requested('/api/tickets');

  TestBed.inject(TicketChanges).announce({ kind: 'filed', ticket: NINE });
  pending.flush([]);

  (await requested('/api/tickets')).flush([NINE]);
  await eventually(() => findByText('a[data-ticket]', 'Nine'));
});

it('stays on a later page when tickets are imported', async () => {
  await openPage('/tickets?cursor=two');
  (await requested('/api/tickets?cursor=two')).flush(THREE);

  TestBed.inject(TicketChanges).announce({ kind: 'imported' });
  TestBed.tick();

  verifyRequests();
});

describe('a ticket that no longer matches the filters', () => {
  it('stays marked in the list until the next load, and is not counted', async () => {
    await openList('/tickets?status=open', THREE);
    await eventually(() => expect(pageText()).toContain('1–3 of 3'));
    const changes = TestBed.inject(TicketChanges);

    changes.announce({
      kind: 'changed',
      ticket: { ...EIGHT, status: 'resolved', updated_at: '2026-03-13T00:00:00.000Z' },
    });

    await eventually(() => expect(findByText('tr.mismatched', '8').textContent).toContain('No longer matches'));
    expect(pageText()).toContain('1–2 of 2');
    changes.announce({ kind: 'changed', ticket: { ...EIGHT, updated_at: '2026-03-13T00:00:01.000Z' } });
    await eventually(() => expect(pageText()).not.toContain('No longer matches'));
    expect(pageText()).toContain('1–3 of 3');
  });
});

describe('the focus', () => {
  it('returns to the row when Back closes the ticket', async () => {
    const { harness } = await openTicket();
    (await eventually(() => findByText('docket-ticket-panel h2', 'Eight'))).focus();

    await harness.navigateByUrl('/tickets');

    await eventually(() => expect(document.activeElement?.textContent).toBe('Eight'));
  });

  it('returns to the row that was active when the user comes back from another page', async () => {
    const { harness } = await openList('/tickets?status=open', THREE);
    (await eventually(() => findByText('a[data-ticket]', 'Seven'))).focus();
    await TestBed.inject(Router).navigateByUrl('/tickets/new');

    void harness.navigateByUrl('/tickets?status=open');
    (await requested('/api/tickets?status=open')).flush(THREE);

    await eventually(() => expect(document.activeElement?.textContent).toBe(SEVEN.title));
    expect(currentUrl()).toBe('/tickets?status=open');
  });
});
