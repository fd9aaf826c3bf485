import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { TicketStats } from '@docket/web/stats/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { Subject } from 'rxjs';
import { DashboardPage } from './dashboard-page';

const DAYS = Array.from({ length: 30 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10),
  count: index,
}));
const STATS: TicketStats = {
  total_tickets: 1284,
  open_tickets: 67,
  avg_tickets_per_day: 22.43,
  priority_breakdown: { low: 361, medium: 540, high: 312, critical: 71 },
  category_breakdown: { billing: 301, technical: 548, account: 243, general: 192 },
  status_breakdown: { open: 67, in_progress: 38, resolved: 477, closed: 702 },
  tickets_per_day: DAYS,
};

let http: HttpTestingController;

function startPage() {
  const changes = new Subject<void>();
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([]),
      { provide: TicketChanges, useValue: { changes } },
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const fixture = TestBed.createComponent(DashboardPage);
  fixture.detectChanges();
  const element = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  return {
    changes,
    element,
    text: () => element.textContent.replaceAll(/\s+/g, ' '),
    links: (within: string) =>
      [...element.querySelectorAll(`${within} a`)].map((link) => [
        link.textContent.replaceAll(/\s+/g, ' ').trim(),
        link.getAttribute('href'),
      ]),
    click: async (text: RegExp) => (await loader.getHarness(MatButtonHarness.with({ text }))).click(),
    /** For a button that starts a request: a harness would wait for the response. */
    press: (words: string) => {
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
      fixture.detectChanges();
    },
    respond: async (stats = STATS) => {
      http.expectOne('/api/tickets/stats').flush(stats);
      await fixture.whenStable();
    },
    fail: async (status: number) => {
      http.expectOne('/api/tickets/stats').flush({ request_id: 'r-7' }, { status, statusText: 'No' });
      await fixture.whenStable();
    },
  };
}

async function openPage(stats = STATS) {
  const page = startPage();
  await page.respond(stats);
  return page;
}

afterEach(() => http.verify());

it('shows four figures, each with a link to its list', async () => {
  const { links } = await openPage();

  expect(links('docket-figure-card')).toEqual([
    ['Total 1,284 all time', '/tickets'],
    ['Open 67 5% of all', '/tickets?status=open'],
    ['In progress 38 3% of all', '/tickets?status=in_progress'],
    ['Average per day 22.4 on active days', '/tickets'],
  ]);
});

it('links each property value to its tickets, with count and share', async () => {
  const { links } = await openPage();

  expect(links('docket-breakdown-card')).toEqual([
    ['Critical 71 6%', '/tickets?priority=critical'],
    ['High 312 24%', '/tickets?priority=high'],
    ['Medium 540 42%', '/tickets?priority=medium'],
    ['Low 361 28%', '/tickets?priority=low'],
    ['Technical 548 43%', '/tickets?category=technical'],
    ['Billing 301 23%', '/tickets?category=billing'],
    ['Account 243 19%', '/tickets?category=account'],
    ['General 192 15%', '/tickets?category=general'],
    ['Open 67 5%', '/tickets?status=open'],
    ['In progress 38 3%', '/tickets?status=in_progress'],
    ['Resolved 477 37%', '/tickets?status=resolved'],
    ['Closed 702 55%', '/tickets?status=closed'],
  ]);
});

it('links each day to the tickets of that day', async () => {
  const { links } = await openPage();

  const days = links('docket-days-chart').map(([, href]) => href);

  expect(days).toHaveLength(30);
  expect(days[0]).toBe('/tickets?created_from=2026-10-25&created_to=2026-10-25');
  expect(days[29]).toBe('/tickets?created_from=2026-11-23&created_to=2026-11-23');
});

it('summarizes the chart in words', async () => {
  const { text } = await openPage();

  expect(text()).toContain('435 tickets were filed in this period. The busiest day was Mon, 23 Nov 2026: 29.');
});

it('shows the days as a table, newest first, and as bars again', async () => {
  const { click, links, element } = await openPage();

  await click(/^Table: Filed/);

  expect(element.querySelector('docket-days-chart')).toBeNull();
  expect(element.querySelector('docket-days-card tbody tr')?.textContent).toMatch(/Mon, 23 Nov 2026\s+· today\s+29/);
  expect(links('docket-days-card')[1]).toEqual([
    'Sun, 22 Nov 2026',
    '/tickets?created_from=2026-11-22&created_to=2026-11-22',
  ]);
  await click(/^Table: Filed/);
  expect(element.querySelector('docket-days-chart')).not.toBeNull();
});

it('shows a breakdown as a table', async () => {
  const { click, element, links } = await openPage();

  await click(/^Table: Status/);

  const rows = [...element.querySelectorAll('docket-breakdown-card table tr')].map((row) =>
    [...row.children].map((cell) => cell.textContent.trim()),
  );
  expect(rows).toEqual([
    ['Status', 'Tickets', 'Share'],
    ['Open', '67', '5%'],
    ['In progress', '38', '3%'],
    ['Resolved', '477', '37%'],
    ['Closed', '702', '55%'],
  ]);
  expect(links('table')[1]).toEqual(['In progress', '/tickets?status=in_progress']);
});

it('shows no figures without tickets', async () => {
  const { text } = await openPage({ ...STATS, total_tickets: 0 });

  expect(text()).toContain('No tickets yet');
  expect(text()).not.toContain('NaN');
});

describe('refreshing the figures', () => {
  const more = { ...STATS, total_tickets: 1285 };

  it('happens when a ticket is filed or changed, in this tab or in another one', async () => {
    const { changes, respond, text } = await openPage();

    changes.next();

    TestBed.tick();
    await respond(more);
    expect(text()).toContain('1,285');
  });

  it('happens again after a change during a load, because the response may be older', async () => {
    const { changes, respond, text } = startPage();

    changes.next();
    http.expectOne('/api/tickets/stats').flush(STATS);
    await new Promise((resolve) => setTimeout(resolve)); // the response arrives
    TestBed.tick();

    await respond(more);
    expect(text()).toContain('1,285');
  });

  it('happens when the page becomes visible again', async () => {
    const { respond, text } = await openPage();

    document.dispatchEvent(new Event('visibilitychange')); // jsdom is always visible

    TestBed.tick();
    await respond(more);
    expect(text()).toContain('1,285');
  });

  it('does not happen when the page becomes hidden', async () => {
    await openPage();
    jest.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');

    document.dispatchEvent(new Event('visibilitychange'));

    TestBed.tick();
    http.expectNone('/api/tickets/stats');
  });

  it('happens on demand, keeps the old figures while loading, and announces the end', async () => {
    const { press, respond, text } = await openPage();

    press('Refresh');

    expect(text()).toContain('1,284');
    await respond(more);
    expect(text()).toContain('1,285');
    expect(text()).toContain('The figures are up to date.');
  });

  it('is announced only when the user asked for it', async () => {
    const { changes, press, respond, text } = await openPage();
    press('Refresh');
    await respond();

    changes.next();
    TestBed.tick();
    await respond(more);

    expect(text()).toContain('1,285');
    expect(text()).not.toContain('The figures are up to date.');
  });

  it('keeps the old figures after a failure, and reports it', async () => {
    const { changes, fail, text } = await openPage();

    changes.next();
    TestBed.tick();
    await fail(500);

    expect(text()).toMatch(/Not refreshed since \d\d:\d\d, this may be old/);
    expect(text()).toContain('1,284');
  });
});

it('reports that the figures could not be loaded, and tries again', async () => {
  const { press, fail, respond, text } = startPage();
  await fail(503);
  expect(text()).toContain('The figures could not be loaded');

  press('Try again');
  await respond();

  expect(text()).toContain('1,284');
});
