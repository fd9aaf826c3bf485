import { HttpClient, provideHttpClient, withInterceptors } from '@angular/common/http';
import { HttpTestingController, provideHttpClientTesting } from '@angular/common/http/testing';
import { TestBed } from '@angular/core/testing';
import { afterPaint, sendAfterPaint } from './after-paint';

let http: HttpTestingController;

beforeEach(() => {
  jest.useFakeTimers();
  TestBed.configureTestingModule({
    providers: [provideHttpClient(withInterceptors([sendAfterPaint])), provideHttpClientTesting()],
  });
  http = TestBed.inject(HttpTestingController);
});
afterEach(() => {
  http.verify();
  jest.useRealTimers();
});

function get(context = afterPaint()) {
  return TestBed.inject(HttpClient).get('/7', { context }).subscribe();
}

it('sends a request after the next frame', async () => {
  get();
  await jest.advanceTimersByTimeAsync(0);
  http.expectNone('/7');

  await jest.advanceTimersByTimeAsync(20);

  http.expectOne('/7');
});

it('sends a request in the background, where no frame is painted', async () => {
  jest.spyOn(window, 'requestAnimationFrame').mockReturnValue(0);
  get();

  await jest.advanceTimersByTimeAsync(100);

  http.expectOne('/7');
});

it('sends nothing that nobody wants any more', async () => {
  get().unsubscribe();

  await jest.advanceTimersByTimeAsync(100);

  http.expectNone('/7');
});

it('sends other requests at once', () => {
  TestBed.inject(HttpClient).get('/8').subscribe();

  http.expectOne('/8');
});
