import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, type TestRequest, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { TestbedHarnessEnvironment } from '@angular/cdk/testing/testbed';
import { MatAutocompleteHarness } from '@angular/material/autocomplete/testing';
import { MatSelectHarness } from '@angular/material/select/testing';
import { Router, provideRouter, withComponentInputBinding } from '@angular/router';
import { RouterTestingHarness } from '@angular/router/testing';
import { eventually } from '@docket/web/ui/testing';
import { AuditPage } from './audit-page';

const PRIYA = { id: 3, name: 'Priya Nair' };
const SAM = { id: 4, name: 'Sam Lee' };
const FROM = { ip: '203.0.113.7', user_agent: 'Mozilla/5.0', request_id: 'r' };
const EVENTS = [
  { id: 9, at: '2026-11-27T09:30:00.000Z', event: 'sign_in', actor: PRIYA, user: PRIYA, ...FROM },
  { id: 8, at: '2026-11-27T09:29:00.000Z', event: 'sign_in_failed', user: SAM, ...FROM },
  { id: 7, at: '2026-11-27T09:28:00.000Z', event: 'sign_in_failed', ...FROM },
  {
    id: 6,
    at: '2026-11-27T09:27:00.000Z',
    event: 'a_new_event',
    actor: SAM,
    details: { role: 'agent', days: null },
    ...FROM,
  },
];

let http: HttpTestingController;

async function openPage(url = '/audit') {
  TestBed.configureTestingModule({
    providers: [
      provideHttpClient(),
      provideHttpClientTesting(),
      provideRouter([{ path: 'audit', component: AuditPage }], withComponentInputBinding()),
    ],
  });
  http = TestBed.inject(HttpTestingController);
  const harness = await RouterTestingHarness.create();
  await harness.navigateByUrl(url);
  const element = harness.fixture.nativeElement as HTMLElement;
  return {
    page: TestbedHarnessEnvironment.loader(harness.fixture),
    element,
    text: () => element.textContent.replace(/\s+/g, ' '),
    press: (name: string) => {
      const buttons = [...element.querySelectorAll('button')];
      buttons.find(({ textContent }) => textContent.includes(name))?.click();
    },
    settle: () => harness.fixture.whenStable(),
  };
}

afterEach(() => http.verify());

const requested = (url: string): Promise<TestRequest> =>
  eventually(() => http.expectOne((request) => request.urlWithParams === url));
const currentUrl = () => TestBed.inject(Router).url;

it('tells who did what, in words', async () => {
  const { element, settle } = await openPage();
  (await requested('/api/audit')).flush(EVENTS);
  await settle();

  const rows = [...element.querySelectorAll('tbody tr')].map((row) =>
    [...row.querySelectorAll('.person, .event')].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()),
  );
  expect(rows).toEqual([
    ['Priya Nair', 'Signed in'],
    ['Somebody not signed in', 'Sign-in failed for Sam Lee'],
    ['Somebody not signed in', 'Sign-in failed for an unknown e-mail address'],
    ['Sam Lee', 'a new eventrole: agent'],
  ]);
});

it('puts a kind of event into the URL, and returns to the first page', async () => {
  const { page } = await openPage('/audit?cursor=two');
  (await requested('/api/audit?cursor=two')).flush(EVENTS);
  const select = await page.getHarness(MatSelectHarness);

  const picked = select.clickOptions({ text: 'Failed sign-in' });

  (await requested('/api/audit?event=sign_in_failed')).flush([]);
  await picked;
  expect(currentUrl()).toBe('/audit?event=sign_in_failed');
});

it('shows the events of a person whose name is chosen, until the filter is removed', async () => {
  const { press, settle, text } = await openPage();
  (await requested('/api/audit')).flush(EVENTS);
  await settle();

  press('Priya Nair');
  (await requested('/api/audit?person=3')).flush(EVENTS.slice(0, 1));
  await settle();
  expect(currentUrl()).toBe('/audit?person=3');
  expect(text()).toContain('Show events of all people');

  press('Show events of all people');
  (await requested('/api/audit')).flush(EVENTS);
});

it('finds a person by name, and shows their events', async () => {
  const { page, settle, text } = await openPage('/audit?event=sign_in');
  (await requested('/api/audit?event=sign_in')).flush(EVENTS);
  await settle();
  const field = await page.getHarness(MatAutocompleteHarness);
  const people = [{ ...SAM, email: 'sam@desk.example' }];

  const typed = field.enterText(' sam');
  (await requested('/api/users?search=sam')).flush(people);
  await typed;
  const option = () => document.querySelector<HTMLElement>('[role=option]');
  await eventually(() => expect(option()?.textContent).toContain('Sam Lee'));
  option()?.click();

  (await requested('/api/audit?event=sign_in&person=4')).flush([]);
  await settle();
  expect(currentUrl()).toBe('/audit?event=sign_in&person=4');
  expect(text()).toContain('Sam Lee'); // although no event contains the name
});

it('ignores filters in the URL that do not exist', async () => {
  await openPage('/audit?event=nothing&person=x&from=2026-02-30&to=2026-11-27');

  (await requested('/api/audit?to=2026-11-27')).flush([]);
});

it('leads to older events', async () => {
  const { press, settle } = await openPage('/audit?event=sign_in');
  (await requested('/api/audit?event=sign_in')).flush(EVENTS, {
    headers: { Link: '</api/audit?event=sign_in&cursor=older>; rel="next"' },
  });
  await settle();

  press('Older');

  (await requested('/api/audit?event=sign_in&cursor=older')).flush(EVENTS);
});

it('saves all events that match as a file', async () => {
  const { press, settle } = await openPage('/audit?person=3');
  (await requested('/api/audit?person=3')).flush(EVENTS);
  await settle();
  const saved: Blob[] = [];
  Object.assign(URL, { createObjectURL: (blob: Blob) => `blob:${saved.push(blob)}`, revokeObjectURL: jest.fn() });
  const click = jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);

  press('Export');

  const request = await eventually(() =>
    http.expectOne(({ headers }) => headers.get('Accept') === 'application/x-ndjson'),
  );
  expect(request.request.urlWithParams).toBe('/api/audit?person=3');
  request.flush(new Blob(['{}\n']));
  await settle();
  expect(saved).toHaveLength(1);
  expect(click).toHaveBeenCalledTimes(1);
});

it('says that an export failed', async () => {
  const { press, settle, text } = await openPage();
  (await requested('/api/audit')).flush(EVENTS);
  await settle();

  press('Export');
  const request = await eventually(() => http.expectOne(({ responseType }) => responseType === 'blob'));
  request.flush(new Blob(), { status: 503, statusText: '' });

  await eventually(() => expect(text()).toContain('The export failed. The server is not available at the moment.'));
});

it('reports that the log could not be loaded, and tries again', async () => {
  const { press, settle, text } = await openPage();
  (await requested('/api/audit')).flush(null, { status: 503, statusText: '' });
  await settle();
  expect(text()).toContain('The audit log could not be loaded');

  press('Try again');

  (await requested('/api/audit')).flush(EVENTS);
});
