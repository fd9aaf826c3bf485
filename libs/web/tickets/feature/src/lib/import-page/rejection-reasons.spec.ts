import { fieldErrorText, rejectionReasons } from './rejection-reasons';

it('says an error in words of the page, without parameters of the API', () => {
  const detail = 'must be an RFC 3339 time with its zone; time_zone says the zone of times without one';

  expect(fieldErrorText({ pointer: '/created_at', detail })).toBe('Filed must be an RFC 3339 time with its zone');
  expect(fieldErrorText({ detail: 'must be JSON' })).toBe('The row must be JSON');
});

it('counts rows by their reasons, the most frequent first', () => {
  const taken = (id: string) => ({ pointer: '/external_id', detail: `must not be "${id}"` });
  const blank = { pointer: '/title', detail: 'must not be blank' };

  const reasons = rejectionReasons([
    { line: 2, errors: [blank] },
    { line: 3, errors: [taken('7')] },
    { line: 5, errors: [taken('8'), taken('9')] },
  ]);

  expect(reasons).toEqual([
    { text: 'Number must not be "…"', rows: 2, first: { kind: 'line', number: 3 } },
    { text: 'Title must not be blank', rows: 1, first: { kind: 'line', number: 2 } },
  ]);
});

it('names the row of a JSON document, which may be one line', () => {
  const errors = [{ detail: 'must be valid JSON' }];

  const reasons = rejectionReasons([
    { line: 1, row: 3, errors },
    { line: 1, row: 5, errors },
  ]);

  expect(reasons).toEqual([{ text: 'The row must be valid JSON', rows: 2, first: { kind: 'row', number: 3 } }]);
});
