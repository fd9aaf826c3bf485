import { Location } from '@angular/common';
import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TicketChanges } from '@docket/web/tickets/data';
import { Subject } from 'rxjs';
import { STATS } from '../../testing/dashboard-page';
import { DashboardPage } from './dashboard-page';

@Component({ template: '' })
class List {}

/** Opens the dashboard, and leaves it by a link. */
async function leaveBy(href: string) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideLocationMocks(),
      provideRouter([
        { path: 'dashboard', component: DashboardPage },
        { path: 'tickets', component: List },
      ]),
      { provide: TicketChanges, useValue: { changes: new Subject<void>() } },
    ],
  });
  TestBed.inject(Router).initialNavigation();
  const harness = await RouterTestingHarness.create('/dashboard');
  const page = async () => {
    await new Promise((resolve) => setTimeout(resolve)); // the router goes back in a task of its own
    TestBed.tick();
    TestBed.inject(HttpTestingController).expectOne('/api/tickets/stats').flush(STATS);
    await harness.fixture.whenStable();
    return harness.routeNativeElement as HTMLElement;
  };
  (await page()).querySelector<HTMLElement>(`a[href="${href}"]`)?.click();
  await harness.fixture.whenStable();
  return { page, router: TestBed.inject(Router), back: () => TestBed.inject(Location).back() };
}

const DAY = '/tickets?created_from=2026-11-20&created_to=2026-11-20';

it('focuses the link by which the person left, after Back', async () => {
  const { page, router, back } = await leaveBy(DAY);
  expect(router.url).toBe(DAY);

  back();
  await page();

  expect(document.activeElement?.getAttribute('href')).toBe(DAY);
});

it('leaves the focus alone if the person comes back by a link', async () => {
  const { page, router } = await leaveBy(DAY);

  await router.navigateByUrl('/dashboard');
  await page();

  expect(document.activeElement).toBe(document.body);
});
