import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { type HttpInterceptorFn, HttpResponse, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import type { Ticket } from '@docket/web/tickets/data';
import { ticketRoutes } from '../lib/ticket.routes';
import { of } from 'rxjs';
import { TicketsPage } from '../lib/tickets-page/tickets-page';
import { findByText } from './elements';
import { knownRequesters } from './known-requesters';
import { eventually } from '@docket/web/ui/testing';

@Component({ template: '' })
class NewTicketStub {}

export function aTicket(ticket: Partial<Ticket>): Ticket {
  return {
    id: 7,
    title: 'Cannot sign in',
    description: 'The code goes to my old number.',
    category: 'account',
    priority: 'high',
    status: 'open',
    created_at: '2026-03-12T14:05:00.000Z',
    updated_at: '2026-03-12T14:05:00.000Z',
    ...ticket,
  };
}

export const NINE = aTicket({ id: 9, title: 'Nine' });
export const EIGHT = aTicket({ id: 8, title: 'Eight' });
export const SEVEN = aTicket({ id: 7, title: 'Seven' });
export const THREE = [NINE, EIGHT, SEVEN];

let http: HttpTestingController;

/** Responds with empty timelines and drafts. */
const emptyConversation: HttpInterceptorFn = (request, next) =>
  /\/(?:timeline|draft\/\w+)$/.test(request.url) ? of(new HttpResponse({ status: 200, body: [] })) : next(request);

/**
 * Starts to open the page at a URL. Its requests stay pending.
 * @param interceptors by default, the conversation of a ticket is empty
 */
export async function openPage(url: string, interceptors: readonly HttpInterceptorFn[] = [emptyConversation]) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([knownRequesters, ...interceptors])),
      provideHttpClientTesting(),
      provideRouter([{ path: 'tickets', children: routesWithStub() }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  const opened = harness.navigateByUrl(url, TicketsPage);
  const page = TestbedHarnessEnvironment.loader(harness.fixture);
  const root = TestbedHarnessEnvironment.documentRootLoader(harness.fixture);
  return { harness, opened, page, root };
}

function routesWithStub(): Routes {
  return ticketRoutes.map((route) =>
    route.path === 'new' ? { ...route, loadComponent: () => NewTicketStub, canDeactivate: [] } : route,
  );
}

/** Opens the page and responds to the request for the list. */
export async function openList(url = '/tickets', tickets = THREE, headers: Record<string, string> = {}) {
  const page = await openPage(url);
  const list = await eventually(() => http.expectOne(({ url: path }) => path === '/api/tickets'));
  list.flush(tickets, { headers: { 'X-Total-Count': String(tickets.length), ...headers } });
  return { ...page, list };
}

/** Opens the page with a ticket next to the list. */
export async function openTicket(ticket = EIGHT) {
  const page = await openPage(`/tickets/${ticket.id}`);
  (await requested('/api/tickets')).flush(THREE);
  (await requested(`/api/tickets/${ticket.id}`)).flush(ticket, { headers: { ETag: `"${ticket.id}-1"` } });
  await page.opened;
  return page;
}

/** Sets the session of a viewer. */
export async function becomeViewer(): Promise<void> {
  const user = { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'viewer' };
  const loaded = TestBed.inject(Session).load();
  (await requested('/api/session')).flush({
    mode: 'closed',
    user,
    permissions: ['tickets:read'],
    methods: ['password'],
    needs_set_up: false,
  });
  await loaded;
}

/** The next request to this URL. */
export function requested(url: string, method = 'GET'): Promise<TestRequest> {
  return eventually(() => http.expectOne((request) => request.urlWithParams === url && request.method === method));
}

/** Picks a status in a row. The menu loads with the first click on its button. */
export async function pickStatus(id: number, status: string): Promise<void> {
  (await eventually(() => findByText('button', `Status of #${id}:`))).click();
  (await eventually(() => findByText('[role=menuitemradio]', status))).click();
}

/** Picks a property's value in the panel. */
export async function pickInPanel(name: string, value: string): Promise<void> {
  (await eventually(() => findByText('docket-ticket-fields button', name))).click();
  (await eventually(() => findByText('[role=menuitemradio]', value))).click();
}

export function currentUrl(): string {
  return TestBed.inject(Router).url;
}

/** Fails if a request is unanswered. */
export function verifyRequests(): void {
  // Sent by timers, in slow tests also before the end.
  http.match('/api/presence');
  http.match(({ method, url }) => method === 'PUT' && url.includes('/draft/'));
  http.verify();
}
