import { refusal } from './docket-api.mts';

it('names what is wrong with a file', () => {
  expect(refusal(415, 'The body must be text/csv')).toBe('Docket rejected the file: The body must be text/csv (415)');
});

it('blames no file while the server stops, and leaves out lines that are not those of the file', () => {
  const detail = 'The server is stopping. Imported before that: 500, up to the row of line 500';

  expect(refusal(503, detail)).toBe('Docket could not go on: The server is stopping (503)');
  expect(refusal(503, 'The database cannot be reached. Imported before that: 0')).toBe(
    'Docket could not go on: The database cannot be reached (503)',
  );
});
