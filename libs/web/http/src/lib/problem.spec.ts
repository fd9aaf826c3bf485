import { HttpErrorResponse } from '@angular/common/http';
import { toProblem } from './problem';

it('reads the wrong fields of a problem document', () => {
  const errors = [{ pointer: '/title', detail: 'must be at most 200 characters' }];
  const error = new HttpErrorResponse({ status: 400, error: { title: 'Invalid', request_id: 'r-7', errors } });

  expect(toProblem(error)).toEqual({ status: 400, requestId: 'r-7', errors });
});

it.each([
  ['a proxy that answers with a page', new HttpErrorResponse({ status: 502, error: '<html></html>' }), 502],
  ['an empty answer', new HttpErrorResponse({ status: 500, error: null }), 500],
  ['no answer', new HttpErrorResponse({ status: 0, error: new Event('error') }), 0],
  ['anything else', new Error('broken'), 0],
])('keeps the status alone of %s', (_case, error, status) => {
  expect(toProblem(error)).toEqual({ status, requestId: undefined, errors: [] });
});
