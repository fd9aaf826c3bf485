import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { eventually } from '@docket/web/ui/testing';
import { qualityRoutes } from '../lib/quality.routes';

let http: HttpTestingController;

/** Answers a request for the titles of tickets. */
type AnswerTitles = (request: TestRequest) => void;

const TITLES: AnswerTitles = (request) => {
  expect(request.request.params.get('ids')).toBe('4711');
  request.flush([{ id: 4711, title: 'Charged twice' }]);
};

/** Opens the page with the cases behind a figure. Its request is pending. */
export async function openCases(query: string, answer = TITLES) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'quality', children: qualityRoutes }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/quality/suggestions?${query}`);
  const element = harness.fixture.nativeElement as HTMLElement;
  const respond = async <T extends { readonly ticket_id: number | null }>(
    request: TestRequest,
    rows: T[],
    link?: string,
  ) => {
    request.flush(rows, link === undefined ? {} : { headers: { Link: link } });
    if (rows.some(({ ticket_id: id }) => id !== null))
      answer(await eventually(() => http.expectOne(({ url }) => url === '/api/tickets/')));
    await harness.fixture.whenStable();
  };
  return {
    respond,
    fail: async (request: TestRequest, status: number) => {
      request.flush({ request_id: 'r-7' }, { status, statusText: 'No' });
      await harness.fixture.whenStable();
    },
    text: (selector: string) =>
      [...element.querySelectorAll(selector)]
        .map(({ textContent }) => textContent.replace(/\s+/g, ' ').trim())
        .join(' | '),
    link: (name: string) => [...element.querySelectorAll('a')].find(({ textContent }) => textContent.trim() === name),
    press: (name: string) =>
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(name))?.click(),
  };
}

/** Fails if a request has no response. */
export function verifyRequests(): void {
  http.verify();
}

/** The pending request for a page of a list. */
export const requestedCases = (list: 'suggestions' | 'texts', query: string): Promise<TestRequest> =>
  eventually(() => http.expectOne(({ urlWithParams }) => urlWithParams === `/api/${list}${query && `?${query}`}`));
