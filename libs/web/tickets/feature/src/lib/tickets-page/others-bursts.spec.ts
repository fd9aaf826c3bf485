import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { NO_FILTER, type Ticket, TicketsApi } from '@docket/web/tickets/data';
import { NINE, aTicket } from '../../testing/tickets-page';
import { OthersChanges } from './others-changes';

/** Tickets in the list of the fake API. */
const listed = signal<readonly Ticket[]>([NINE]);
let http: HttpTestingController;
let others: OthersChanges;

beforeEach(async () => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  http = TestBed.inject(HttpTestingController);
  listed.set([NINE]);
  const none = signal(undefined);
  others = TestBed.runInInjectionContext(() => {
    const filter = signal(NO_FILTER);
    const list = TestBed.inject(TicketsApi).listResource(filter, none, none, none);
    return new OthersChanges({ list, filter, sort: none, limit: none, isFirstPage: signal(true) });
  });
  await pass(0);
  respond();
  await pass(0);
});
afterEach(() => jest.useRealTimers());

function apply(ids: readonly number[], hasNew = false): void {
  void others.apply({ kind: 'elsewhere', ids: new Set(ids), hasNew });
}

async function pass(ms: number): Promise<void> {
  TestBed.tick();
  await jest.advanceTimersByTimeAsync(ms);
  TestBed.tick();
}

/** Responds to all requests, and returns their parameters. */
function respond(status = 200): string[] {
  const requests = http.match(() => true);
  for (const { request, flush } of requests.map((each) => ({ request: each.request, flush: each.flush.bind(each) }))) {
    const ids = request.params.get('ids')?.split(',').map(Number);
    const tickets = ids?.map((id) => aTicket({ id })) ?? listed();
    flush(status === 200 ? [...tickets] : {}, { status, statusText: String(status) });
  }
  return requests.map(({ request }) => request.params.toString());
}

/** Advances the clock by seconds and responds to each request. Returns the parameters of the requests. */
async function seconds(count: number, each: () => void = () => undefined, status?: number): Promise<string[]> {
  const sent: string[] = [];
  for (let tenth = 0; tenth < count * 10; tenth++) {
    each();
    await pass(100);
    sent.push(...respond(status));
  }
  return sent;
}

it('sends one request a second for a stream of changes, and reads each listed ticket', async () => {
  let id = 1_000;
  const sent = await seconds(5, () => apply([9, ++id]));

  expect(sent.length).toBeGreaterThan(3);
  expect(sent.length).toBeLessThanOrEqual(6);
  expect(sent.every((parameters) => parameters.includes('9'))).toBe(true);
  expect(others.text()).toMatch(/^\d\d new tickets$/);
});

it('reads the page, seldom, for 10,000 new tickets, and stops once it has enough of them', async () => {
  listed.set([aTicket({ id: 10_000 }), NINE]);
  let id = 1_000;
  const sent = await seconds(10, () => {
    apply(
      Array.from({ length: 250 }, () => ++id),
      true,
    );
  });
  expect(sent).toEqual(['', '']); // in 10 seconds; no request has thousands of ids
  expect(others.text()).toBe('1 new ticket');

  const news = Array.from({ length: 100 }, (_, index) => 20_000 + index);
  await seconds(6, () => apply(news));
  expect(others.text()).toBe('50+ new tickets');
  expect(await seconds(6, () => apply(news, true))).toEqual([]);
});

it('tries again after a failure, but not in vain', async () => {
  apply([10]);
  expect(await seconds(4, undefined, 503)).toEqual(['ids=10']);
  expect(await seconds(4)).toEqual(['ids=10']);
  expect(others.text()).toBe('1 new ticket');

  apply([11]);
  expect(await seconds(4, undefined, 403)).toEqual(['ids=11']);
  expect(await seconds(10)).toEqual([]);
});

it('asks for nothing once the list is gone', async () => {
  apply([9]);
  expect(await seconds(1)).toHaveLength(1);
  apply([9]);
  TestBed.resetTestingModule();
  await jest.advanceTimersByTimeAsync(10_000);

  http.verify();
});
