import { HttpErrorResponse, HttpHeaders } from '@angular/common/http';
import { toProblem } from './problem';

it('reads the validation errors of a problem document', () => {
  const errors = [{ pointer: '/title', detail: 'must be at most 200 characters' }];
  const error = new HttpErrorResponse({
    status: 400,
    error: { title: 'Invalid', detail: 'No.', request_id: 'r-7', errors },
  });

  expect(toProblem(error)).toEqual({ status: 400, requestId: 'r-7', detail: 'No.', errors });
});

it.each([
  ['an HTML page of a proxy', new HttpErrorResponse({ status: 502, error: '<html></html>' }), 502],
  ['an empty response', new HttpErrorResponse({ status: 500, error: null }), 500],
  ['no response', new HttpErrorResponse({ status: 0, error: new Event('error') }), 0],
  ['any other error', new Error('broken'), 0],
])('keeps only the status of %s', (_case, error, status) => {
  expect(toProblem(error)).toEqual({ status, requestId: undefined, errors: [] });
});

it.each([
  ['900', 900],
  ['Wed, 21 Oct 2026 07:28:00 GMT', undefined],
])('reads the seconds to wait from Retry-After: %s', (value, seconds) => {
  const error = new HttpErrorResponse({ status: 429, headers: new HttpHeaders({ 'Retry-After': value }) });

  expect(toProblem(error).retryAfter).toBe(seconds);
});
