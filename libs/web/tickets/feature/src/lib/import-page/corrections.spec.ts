import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import { aFile, holdContent } from '../../testing/files';
import {
  CHECK,
  CSV,
  choose,
  chooseFile,
  openImportPage,
  openReview,
  requestedCheck,
  verifyRequests,
} from '../../testing/import-page';

afterEach(verifyRequests);

const BAD_REQUEST = { status: 400, statusText: 'Bad Request' };

it('checks again after each correction', async () => {
  await openReview();

  choose('Column of Title', 'Anfrager');
  (await requestedCheck()).flush(CHECK);
  choose('Priority of P9', 'critical');
  const check = await requestedCheck();

  expect(check.request.params.getAll('map')).toEqual(['title=Anfrager', 'priority.P9=critical']);
  check.flush(CHECK);
  choose('Category of rows without one', 'billing');
  const last = await requestedCheck();
  expect(last.request.params.get('default_category')).toBe('billing');
  last.flush(CHECK);
});

it('drops the answer to an earlier correction', async () => {
  await openReview();
  choose('Column of Priority', '-');
  const first = await requestedCheck();

  choose('Column of Priority', 'Anfrager');

  expect(first.cancelled).toBe(true);
  (await requestedCheck()).flush(CHECK);
});

it('drops the failure of an earlier correction whose columns are read too late', async () => {
  await openImportPage();
  const file = aFile(CSV);
  chooseFile(file);
  (await requestedCheck()).flush(CHECK);
  await eventually(() => findByText('h3', 'Columns'));
  choose('Column of Priority', '-');
  const failed = await requestedCheck();
  const release = holdContent(file);
  failed.flush({ errors: [{ pointer: '', detail: 'must have a column …' }] }, BAD_REQUEST);
  Reflect.deleteProperty(file, 'slice');
  choose('Column of Priority', 'Prio');
  (await requestedCheck()).flush(CHECK);

  await release();

  await eventually(() => expect(pageText()).toContain('Docket understood all 2 rows.'));
  expect(pageText()).not.toContain('cannot read this file');
});

it('offers UTC as the time zone of the file, whatever the zone of the browser is', async () => {
  const columns = [
    ...CHECK.reading!.columns,
    { name: 'Datum', field: 'created_at' as const, reason: 'synonym' as const },
  ];
  const result = { ...CHECK, reading: { ...CHECK.reading!, columns } };
  await openReview(result);
  choose('Time zone of the file', 'Asia/Tokyo');
  (await requestedCheck()).flush(result);
  await eventually(() =>
    expect(findByText('button', 'Import 2 tickets').getAttribute('aria-disabled')).not.toBe('true'),
  );

  choose('Time zone of the file', 'UTC');

  const check = await requestedCheck();
  expect(check.request.params.get('time_zone')).toBe('UTC');
  check.flush(result);
});

it('declares the encoding that a person chose, and forgets corrections of names in the other one', async () => {
  await openReview();
  choose('Column of Title', 'Anfrager');
  (await requestedCheck()).flush(CHECK);

  choose('Encoding', 'windows-1250');
  const check = await requestedCheck();

  expect(check.request.headers.get('Content-Type')).toBe('text/csv; charset=windows-1250');
  expect(check.request.params.getAll('map') ?? []).toEqual([]);
  check.flush(CHECK);
});

it.each([
  ['Encoding', 'windows-1250', 'windows-1252'],
  ['Column of Title', 'Anfrager', 'Betreff'],
  ['Priority of Hoch', 'low', 'high'],
])('shows what the API reads, if that is not the choice for %s', async (label, choice, read) => {
  await openReview();
  const shown = () => document.querySelector<HTMLSelectElement>(`select[aria-label="${label}"]`)?.value;

  choose(label, choice);
  const check = await requestedCheck();
  expect(shown()).toBe(choice);
  check.flush(JSON.parse(JSON.stringify(CHECK)) as object); // an equal but new response

  await eventually(() => expect(shown()).toBe(read));
});

it('asks for the order of dates only if they are ambiguous', async () => {
  const detail = 'must have an unambiguous order of day, month and year, or date_order must say it (dmy or mdy)';
  const errors = [{ line: 2, errors: [{ pointer: '/created_at', detail }] }];
  await openReview();
  expect(pageText()).not.toContain('What is 03/04/2026?');

  choose('Column of Filed', 'Anfrager');
  (await requestedCheck()).flush({ ...CHECK, rejected: 1, errors, check: { ...CHECK.check, importable: 1 } });
  await eventually(() => expect(pageText()).toContain('1 of the 2 rows can be imported.'));
  expect(pageText()).toContain('Filed must have an unambiguous order of day, month and year.');
  choose('What is 03/04/2026?', 'dmy');

  const check = await requestedCheck();
  expect(check.request.params.get('date_order')).toBe('dmy');
  check.flush(CHECK);
});
