import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { Session } from '@docket/web/people/data';
import { OwnPresence } from './own-presence';

let own: OwnPresence;
let http: HttpTestingController;
const user = signal<{ id: number } | undefined>({ id: 3 });
const hasEnded = signal(false);

beforeEach(() => {
  jest.useFakeTimers();
  user.set({ id: 3 });
  hasEnded.set(false);
  TestBed.configureTestingModule({
    providers: [provideHttpClient(), provideHttpClientTesting(), { provide: Session, useValue: { user, hasEnded } }],
  });
  own = TestBed.inject(OwnPresence);
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => {
  own.hide();
  hide(false);
  jest.useRealTimers();
});

/** Requests sent since the last call. */
function sent(): unknown[] {
  return http.match('/api/presence').map(({ request }) => {
    const { tab, ...state } = request.body as { tab: string };
    expect([request.method, /^[\w-]{1,64}$/.test(tab)]).toEqual(['PUT', true]);
    return state;
  });
}

function hide(isHidden: boolean): void {
  Object.defineProperty(document, 'hidden', { configurable: true, value: isHidden });
  document.dispatchEvent(new Event('visibilitychange'));
}

const READING = { ticket_id: 7, doing: 'reading' };

it('says after a moment which ticket is open, and again every ten seconds', () => {
  own.show(7, 'reading');
  expect(sent()).toEqual([]);
  jest.advanceTimersByTime(500);
  expect(sent()).toEqual([READING]);

  jest.advanceTimersByTime(20_000);

  expect(sent()).toEqual([READING, READING]);
});

it('says nothing of tickets that are only passed', () => {
  for (const id of [1, 2, 3, 7]) {
    own.show(id, 'reading');
    jest.advanceTimersByTime(200);
  }
  jest.advanceTimersByTime(500);

  expect(sent()).toEqual([READING]);
});

it('says at once that the person replies, and that the ticket is closed', () => {
  own.show(7, 'reading');
  jest.advanceTimersByTime(500);
  sent();

  own.show(7, 'replying');
  jest.advanceTimersByTime(0);
  expect(sent()).toEqual([{ ticket_id: 7, doing: 'replying' }]);
  own.hide();
  jest.advanceTimersByTime(60_000);
  expect(sent()).toEqual([{ ticket_id: null }]);
});

it('leaves the ticket when the tab is in the background for a minute, and comes back with it', () => {
  own.show(7, 'reading');
  jest.advanceTimersByTime(500);
  hide(true);
  jest.advanceTimersByTime(50_000);
  expect(sent().at(-1)).toEqual(READING);

  jest.advanceTimersByTime(120_000);
  expect(sent()).toEqual([{ ticket_id: null }]);

  hide(false);
  jest.advanceTimersByTime(0);
  expect(sent()).toEqual([READING]);
});

it('leaves the ticket after ten minutes without any input, and comes back with the next one', () => {
  own.show(7, 'reading');
  jest.advanceTimersByTime(5 * 60_000);
  document.dispatchEvent(new Event('pointermove'));
  jest.advanceTimersByTime(9 * 60_000);
  expect(sent().at(-1)).toEqual(READING);

  jest.advanceTimersByTime(2 * 60_000);
  expect(sent().at(-1)).toEqual({ ticket_id: null });
  jest.advanceTimersByTime(60 * 60_000);
  expect(sent()).toEqual([]);

  document.dispatchEvent(new Event('keydown'));
  jest.advanceTimersByTime(0);
  expect(sent()).toEqual([READING]);
});

it('goes on after a failure, and at once when the network is back', () => {
  own.show(7, 'reading');
  jest.advanceTimersByTime(500);
  http.expectOne('/api/presence').error(new ProgressEvent('error'));

  jest.advanceTimersByTime(10_000);
  expect(sent()).toEqual([READING]);
  window.dispatchEvent(new Event('online'));
  jest.advanceTimersByTime(0);
  expect(sent()).toEqual([READING]);
});

it('says nothing without a person', () => {
  user.set(undefined);
  own.show(7, 'reading');
  jest.advanceTimersByTime(30_000);
  user.set({ id: 3 });
  hasEnded.set(true);
  jest.advanceTimersByTime(30_000);

  expect(sent()).toEqual([]);
});

it('leaves with a last request when the page is closed', () => {
  const fetching = jest.fn().mockResolvedValue(undefined);
  Object.assign(globalThis, { fetch: fetching });
  own.show(7, 'reading');
  jest.advanceTimersByTime(500);

  window.dispatchEvent(new Event('pagehide'));

  expect(fetching).toHaveBeenCalledWith('/api/presence', expect.objectContaining({ method: 'PUT', keepalive: true }));
  expect((fetching.mock.calls[0] as [string, { body: string }])[1].body).toContain('"ticket_id":null');
  sent();
  hide(false); // the browser restores the page from its cache
  jest.advanceTimersByTime(0);
  expect(sent()).toEqual([READING]);
  Reflect.deleteProperty(globalThis, 'fetch');
});
