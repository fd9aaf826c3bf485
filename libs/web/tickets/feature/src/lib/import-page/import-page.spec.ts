import { aFile } from '../../testing/files';
import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
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
import { CHECK_BYTES } from './import-draft';

afterEach(verifyRequests);

const BAD_REQUEST = { status: 400, statusText: 'Bad Request' };

it('shows how the file was understood, as the first tickets', async () => {
  await openReview();

  expect(pageText()).toContain('Docket understood all 2 rows.');
  expect(findByText('docket-ticket-preview li', 'Drucker').textContent).toContain('High');
  expect(pageText()).toContain('Not used: Anfrager');
  expect(pageText()).toContain('CSV with semicolons');
  expect(pageText()).toContain('guessed');
  expect(findByText('docket-word-labels li', 'P9').textContent).toContain('not known');
  expect(findByText('button', 'Import 2 tickets').getAttribute('aria-disabled')).not.toBe('true');
});

it('sends the zone of the browser, and only the first part of a large file, without an encoding', async () => {
  await openImportPage();
  chooseFile(aFile(CSV + 'x;y;z\n'.repeat(CHECK_BYTES / 5)));
  const check = await requestedCheck();

  expect((check.request.body as Blob).size).toBe(CHECK_BYTES);
  expect(check.request.params.get('partial')).toBe('true');
  expect(check.request.headers.get('Content-Type')).toBe('text/csv');
  expect(check.request.params.get('time_zone')).toBe(Intl.DateTimeFormat().resolvedOptions().timeZone);
  check.flush(CHECK);
  await eventually(() => expect(pageText()).toContain('Docket understood the first 2 rows.'));
  expect(findByText('button', 'Import the file')).toBeTruthy();
});

it('says why the last row of a whole file would be rejected', async () => {
  await openImportPage();
  chooseFile(aFile(CSV));
  const check = await requestedCheck();
  expect(check.request.params.get('partial')).toBe('false');
  check.flush({
    ...CHECK,
    rejected: 1,
    errors: [{ line: 4, errors: [{ pointer: '/title', detail: 'must not be blank' }] }],
    check: { ...CHECK.check, rows: 3 },
  });

  await eventually(() => expect(pageText()).toContain('2 of the 3 rows can be imported.'));
  expect(document.querySelector('docket-rejection-list')?.textContent).toContain('must not be blank');
});

it('lets a person choose the column with the titles if there is none', async () => {
  await openImportPage();
  chooseFile(aFile(CSV));
  (await requestedCheck()).flush({ errors: [{ pointer: '', detail: 'must have a column …' }] }, BAD_REQUEST);
  await eventually(() => expect(pageText()).toContain('Docket found no column with titles. Choose it below.'));

  choose('Column of Title', 'Anfrager');

  const check = await requestedCheck();
  expect(check.request.params.getAll('map')).toEqual(['title=Anfrager']);
  check.flush(CHECK);
  await eventually(() => expect(pageText()).toContain('Docket understood all 2 rows.'));
});

it('keeps the other corrections while no column has titles', async () => {
  await openImportPage();
  chooseFile(aFile(CSV));
  (await requestedCheck()).flush({ errors: [{ pointer: '', detail: 'must have a column …' }] }, BAD_REQUEST);
  await eventually(() => expect(pageText()).toContain('Choose it below.'));

  choose('Column of Category', 'Anfrager');
  (await requestedCheck()).flush({ errors: [{ pointer: '', detail: 'must have a column …' }] }, BAD_REQUEST);

  await eventually(() =>
    expect(findByText('docket-column-fields tr', 'Category').textContent).not.toContain('All get'),
  );
  expect(pageText()).not.toContain('Not used: Betreff, Prio, Anfrager');
});

it.each([
  [{ errors: [{ pointer: '', detail: 'must be text; it holds NUL bytes' }] }, 'It must be text. Is it the CSV'],
  [{ detail: 'The Content-Type is malformed' }, 'The Content-Type is malformed. Is it the CSV'],
])('says why a file without columns cannot be read: %j', async (problem, words) => {
  await openImportPage();
  chooseFile(aFile(' '.repeat(70_000)));

  (await requestedCheck()).flush(problem, BAD_REQUEST);

  await eventually(() => expect(pageText()).toContain(`Docket cannot read this file. ${words}`));
});

it.each([
  [0, 'The server cannot be reached.'],
  [413, 'The server does not accept a file of this size.'],
  [503, 'The server is not available at the moment.'],
])('reports a check that failed with %i, and tries again', async (status, words) => {
  await openImportPage();
  chooseFile(aFile(CSV));
  const request = await requestedCheck();
  if (status === 0) request.error(new ProgressEvent('error'));
  else request.flush({}, { status, statusText: 'No' });

  await eventually(() => expect(pageText()).toContain(words));
  expect(findByText('button', 'Import the file').getAttribute('aria-disabled')).toBe('true');
  findByText('button', 'Try again').click();

  (await requestedCheck()).flush(CHECK);
  await eventually(() => expect(pageText()).toContain('Docket understood all 2 rows.'));
});

it.each([
  ['empty.csv', '', 'is empty'],
  ['photo.png', '\u0089PNG', 'is not a table of tickets'],
])('refuses %s without sending it', async (name, content, words) => {
  await openImportPage();

  chooseFile(aFile(Uint8Array.from([...content].map((sign) => sign.charCodeAt(0))), name));

  await eventually(() => expect(pageText()).toContain(`${name} ${words}`));
});

it('takes a file that is dropped anywhere on the page', async () => {
  await openImportPage();
  const drop = new Event('drop', { bubbles: true, cancelable: true });
  Object.assign(drop, { dataTransfer: { files: [aFile(CSV)], types: ['Files'] } });

  document.body.dispatchEvent(drop);

  expect(drop.defaultPrevented).toBe(true);
  (await requestedCheck()).flush(CHECK);
});
