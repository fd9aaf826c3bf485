import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { MatButtonHarness } from '@angular/material/button/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router, provideRouter } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { eventually } from '@docket/web/ui/testing';
import { qualityRoutes } from '../lib/quality.routes';
import type { Models } from '@docket/web/quality/data';
import { REPORT } from './report';

const LEARNING: Models = { state: 'learning', decisions: 140, needed: 200, has_one_category: false };

const TEAMS = [
  { id: 1, name: 'Support' },
  { id: 3, name: 'Identity' },
];

let http: HttpTestingController;

interface Others {
  /** `missing`: the request fails. */
  readonly teams?: object[] | 'missing';
  /** `pending`: the request has no response yet. */
  readonly models?: Models | 'missing' | 'pending';
}

/** Opens the page. The request for its figures is pending. */
export async function startPage(query = '', { teams = TEAMS, models = LEARNING }: Others = {}) {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'quality', children: qualityRoutes }]),
    ],
  });
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(`/quality${query}`);
  http = TestBed.inject(HttpTestingController);
  TestBed.tick();
  answer(http.expectOne('/api/teams'), teams);
  if (models !== 'pending') answer(http.expectOne('/api/models'), models);
  const { fixture } = harness;
  const element = fixture.nativeElement as HTMLElement;
  const loader = TestbedHarnessEnvironment.loader(fixture);
  const root = TestbedHarnessEnvironment.documentRootLoader(fixture);
  /** The texts of the elements that match, each part of a text with a space before it, as a screen shows them. */
  const text = (within = 'docket-quality-page') =>
    [...element.querySelectorAll(within)]
      .map((part) => textsIn(part).join(' ').replaceAll(/\s+/g, ' ').trim())
      .join(' | ');
  const request = () => eventually(() => http.expectOne(({ url }) => url === '/api/quality'));
  return {
    element,
    text,
    url: () => TestBed.inject(Router).url,
    click: async (name: RegExp) => (await loader.getHarness(MatButtonHarness.with({ text: name }))).click(),
    /** Chooses in a menu. Its request is pending afterwards, so the page is not stable. */
    choose: async (label: string, option: string) => {
      const select = await root.getHarness(MatSelectHarness.with({ selector: `[aria-label="${label}"]` }));
      await select.open();
      const options = [...document.querySelectorAll<HTMLElement>('mat-option')];
      options.find(({ textContent }) => textContent.trim() === option)?.click();
    },
    /** For a button that starts a request: a harness would wait for the response. */
    press: (words: string) => {
      [...element.querySelectorAll('button')].find(({ textContent }) => textContent.includes(words))?.click();
      TestBed.tick();
    },
    /** Responds to the pending request. Returns its query string. */
    respond: async (report = REPORT) => {
      const pending = await request();
      const query = pending.request.params.toString();
      pending.flush(report);
      await fixture.whenStable();
      return query;
    },
    fail: async (status: number) => {
      const pending = await request();
      if (status === 0) pending.error(new ProgressEvent('error'));
      else pending.flush({ request_id: 'r-7' }, { status, statusText: 'No' });
      await fixture.whenStable();
    },
    /** Responds to the pending request for the desk's own model. */
    respondModels: async (models: Models | 'missing') => {
      answer(await eventually(() => http.expectOne('/api/models')), models);
      await fixture.whenStable();
    },
    rows: (within: string) =>
      [...element.querySelectorAll(`${within} table tr`)].map((row) =>
        [...row.children].map((cell) => cell.textContent.replaceAll(/\s+/g, ' ').trim()),
      ),
  };
}

/** Opens the page and responds to its request. */
export async function openPage(report = REPORT, query = '', others: Others = {}) {
  const page = await startPage(query, others);
  await page.respond(report);
  return page;
}

/** Fails if a request has no response. */
export function verifyRequests(): void {
  http.verify();
}

function answer(request: TestRequest, body: object | 'missing'): void {
  if (body === 'missing') request.flush({}, { status: 503, statusText: 'No' });
  else request.flush(body);
}

function textsIn(node: Node): string[] {
  return node instanceof Text ? [node.data] : [...node.childNodes].flatMap(textsIn);
}
