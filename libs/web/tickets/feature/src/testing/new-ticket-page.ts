import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { provideLocationMocks } from '@angular/common/testing';
import { Component } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatFormFieldHarness } from '@angular/material/form-field/testing';
import { MatInputHarness } from '@angular/material/input/testing';
import { type Routes, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { ticketRoutes } from '../lib/ticket.routes';
import { selectNamed } from './elements';
import { knownRequesters } from './known-requesters';

export const TECHNICAL_CRITICAL = {
  suggested_category: 'technical',
  suggested_priority: 'critical',
  used_fallback: false,
  provider: 'gemini',
};
export const TEXT = 'Every payment ends in 502 since 14:02.';

@Component({ template: 'the list' })
class ListStub {}

let http: HttpTestingController;
let harness: RouterTestingHarness;

/**
 * Opens the page at its own route, with its guard and a stub of the list.
 * @param keepsStorage whether to keep the session storage of the test
 */
export async function openNewTicketPage(
  listRoute: Routes[number] = { path: 'tickets', component: ListStub },
  keepsStorage = false,
) {
  if (!keepsStorage) sessionStorage.clear(); // deletes drafts of earlier tests
  const route = ticketRoutes.find(({ path }) => path === 'new');
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(withInterceptors([knownRequesters])),
      provideHttpClientTesting(),
      provideLocationMocks(),
      provideRouter([{ ...route, path: 'tickets/new' }, listRoute]),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  harness = await RouterTestingHarness.create('/tickets/new');
  return newTicketPage();
}

/** Opens the page again after the user has left it. */
export async function reopenNewTicketPage() {
  await harness.navigateByUrl('/tickets/new');
  return newTicketPage();
}

async function newTicketPage() {
  const { fixture } = harness;
  const page = TestbedHarnessEnvironment.loader(fixture);
  const description = await page.getHarness(MatInputHarness.with({ selector: '#ticket-description' }));
  return {
    root: TestbedHarnessEnvironment.documentRootLoader(fixture),
    title: await page.getHarness(MatInputHarness.with({ selector: '#ticket-title' })),
    description,
    category: await selectNamed(page, 'Category'),
    priority: await selectNamed(page, 'Priority'),
    errors: async () => {
      const fields = await page.getAllHarnesses(MatFormFieldHarness);
      return (await Promise.all(fields.map((field) => field.getTextErrors()))).flat();
    },
    file: async () => (await page.getHarness(MatButtonHarness.with({ text: /^File ticket/ }))).click(),
    /** Types the description, leaves the field, and responds to the request for a suggestion. */
    describe: async (words: string, suggestion: object) => {
      await description.setValue(words);
      await description.blur();
      requestedSuggestion().flush(suggestion);
      await description.getValue(); // waits until the page shows the suggestion
    },
  };
}

/** The pending request for a suggestion. */
export function requestedSuggestion(): TestRequest {
  return http.expectOne('/api/tickets/classify');
}

/** The pending request that files the ticket. */
export function requestedFiling(): TestRequest {
  return http.expectOne('/api/tickets');
}

export function expectNoRequest(url: string): void {
  http.expectNone(url);
}

/** Fails if a request is unanswered. */
export function verifyRequests(): void {
  http.verify();
}
