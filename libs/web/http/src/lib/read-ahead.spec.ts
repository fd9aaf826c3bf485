import { provideHttpClient } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { ReadAhead } from './read-ahead';

let ahead: ReadAhead;
let http: HttpTestingController;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({ providers: [provideHttpClient(), provideHttpClientTesting()] });
  ahead = TestBed.inject(ReadAhead);
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => {
  http.verify();
  jest.useRealTimers();
});

function read(ticketId: number): void {
  ahead.read(ticketId, `/${ticketId}`).subscribe();
  http.expectOne(`/${ticketId}`).flush(ticketId);
}

it('gives each response once', () => {
  read(7);

  expect(ahead.take('/7')?.body).toBe(7);
  expect(ahead.take('/7')).toBeUndefined();
});

it('reads nothing twice', () => {
  read(7);

  ahead.read(7, '/7').subscribe();

  http.expectNone('/7');
});

it('gives nothing that is older than a minute', () => {
  read(7);

  jest.advanceTimersByTime(60_000);

  expect(ahead.take('/7')).toBeUndefined();
});

it('keeps the last eight responses', () => {
  for (let id = 1; id <= 9; id++) read(id);

  expect(ahead.take('/1')).toBeUndefined();
  expect(ahead.take('/2')?.body).toBe(2);
});

it('keeps nothing of a ticket that changed while it was read', () => {
  ahead.read(7, '/7').subscribe();
  ahead.forget(new Set([7]));
  http.expectOne('/7').flush('old');

  expect(ahead.take('/7')).toBeUndefined();
});

it('reads again what nobody waited for', () => {
  ahead.read(7, '/7').subscribe().unsubscribe();
  expect(http.expectOne('/7').cancelled).toBe(true);

  read(7);

  expect(ahead.take('/7')?.body).toBe(7);
});
