import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Router, type Routes, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { Session } from '@docket/web/people/data';
import { eventually } from '@docket/web/ui/testing';

@Component({ template: '' })
class SomePage {}

export const CLOSED = {
  mode: 'closed',
  permissions: [],
  methods: ['password'],
  needs_set_up: false,
  can_reset: false,
  has_public_form: false,
};
export const OPEN = {
  mode: 'open',
  permissions: ['tickets:read'],
  methods: ['password'],
  needs_set_up: false,
  can_reset: false,
  has_public_form: false,
};
export const SIGNED_IN = {
  mode: 'closed',
  user: { id: 3, name: 'Priya Nair', email: 'priya@desk.example', role: 'agent', has_password: true },
  permissions: ['tickets:read'],
  methods: ['password'],
  needs_set_up: false,
  can_reset: false,
  has_public_form: false,
};

let http: HttpTestingController;

/** Opens a page outside the frame, with this session. */
export async function openEntry(routes: Routes, url: string, session: object = CLOSED) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([
        ...routes,
        { path: 'tickets', component: SomePage },
        { path: 'tickets/:id', component: SomePage },
      ]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const loaded = TestBed.inject(Session).load();
  (await requested('/api/session')).flush(session);
  await loaded;
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  const page = harness.fixture.nativeElement as HTMLElement;
  return { harness, page, text: () => page.textContent.replace(/\s+/g, ' ') };
}

/** The next request to this URL. */
export function requested(url: string, method = 'GET'): Promise<TestRequest> {
  return eventually(() => http.expectOne((request) => request.url === url && request.method === method));
}

/** Fails if a request is unanswered. */
export function verifyRequests(): void {
  http.verify();
}

/** Finds a field by its label. */
export function field(label: string): HTMLInputElement | HTMLTextAreaElement {
  const found = [...document.querySelectorAll('label')].find(({ textContent }) => textContent.trim() === label);
  const input = found && document.getElementById(found.htmlFor);
  if (!(input instanceof HTMLInputElement || input instanceof HTMLTextAreaElement))
    throw new Error(`There is no field "${label}"`);
  return input;
}

export function type(label: string, value: string): void {
  const input = field(label);
  input.value = value;
  input.dispatchEvent(new Event('input', { bubbles: true }));
}

/** The description of a field for screen readers. */
export function descriptionOf(label: string): string {
  const ids = field(label).getAttribute('aria-describedby')?.split(' ') ?? [];
  return ids
    .map((id) => document.getElementById(id)?.textContent.trim() ?? '')
    .join(' ')
    .trim();
}

/** Submits the form, like Enter. */
export function send(): void {
  document.querySelector('form')?.requestSubmit();
}

export function currentUrl(): string {
  return TestBed.inject(Router).url;
}
