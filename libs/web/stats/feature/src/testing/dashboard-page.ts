import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { provideRouter } from '@angular/router';
import type { TicketStats } from '@docket/web/stats/data';
import { TicketChanges } from '@docket/web/tickets/data';
import { Subject } from 'rxjs';
import { DashboardPage } from '../lib/dashboard-page/dashboard-page';

/** 30 days, the last one with 29 tickets. */
const DAYS = Array.from({ length: 30 }, (_, index) => ({
  date: new Date(Date.UTC(2026, 9, 25 + index)).toISOString().slice(0, 10),
  count: index,
}));
export const STATS: TicketStats = {
  total_tickets: 1284,
  open_tickets: 67,
  avg_tickets_per_day: 22.43,
  priority_breakdown: { low: 361, medium: 540, high: 312, critical: 71 },
  category_breakdown: { billing: 301, technical: 548, account: 243, general: 192 },
  status_breakdown: { open: 67, in_progress: 38, resolved: 477, closed: 702 },
  tickets_per_day: DAYS,
};

let http: HttpTestingController;

/** Opens the page. Its request is pending. */
export function startPage() {
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
    http,
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

/** Opens the page and responds to its request. */
export async function openPage(stats = STATS) {
  const page = startPage();
  await page.respond(stats);
  return page;
}

/** Fails if a request has no response. */
export function verifyRequests(): void {
  http.verify();
}
