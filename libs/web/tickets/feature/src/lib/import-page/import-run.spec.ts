import { TestBed } from '@angular/core/testing';
import { Router } from '@angular/router';
import { type TicketChange, TicketChanges } from '@docket/web/tickets/data';
import { aFile, holdContent } from '../../testing/files';
import { findByText, pageText } from '../../testing/elements';
import { eventually } from '@docket/web/ui/testing';
import {
  CHECK,
  CSV,
  chooseFile,
  openImportPage,
  requestedCheck,
  requestedImport,
  sendPart,
  verifyRequests,
} from '../../testing/import-page';

afterEach(verifyRequests);

/** Opens the page and imports a successfully checked file. */
async function startImport(check: object = CHECK) {
  const harness = await openImportPage();
  const file = aFile(CSV);
  chooseFile(file);
  (await requestedCheck()).flush(check);
  (await eventually(() => findByText('button', 'Import 2 tickets'))).click();
  return { harness, file, request: await requestedImport() };
}

/** Whether the browser asks for confirmation before leaving. */
const asksBeforeLeaving = () => !window.dispatchEvent(new Event('beforeunload', { cancelable: true }));

it('sends the whole file, shows the progress, and then what was stored', async () => {
  const { file, request } = await startImport();
  expect(request.request.body).toBe(file);
  expect(asksBeforeLeaving()).toBe(true);

  sendPart(request, file.size / 2);
  await eventually(() => expect(findByText('mat-progress-bar', '').getAttribute('aria-valuenow')).toBe('50'));
  sendPart(request, file.size);
  await eventually(() => expect(pageText()).toContain('Storing the last rows'));
  const errors = [{ line: 3, errors: [{ pointer: '/title', detail: 'must not be blank' }] }];
  request.flush({ imported: 1200, already_imported: 2, rejected: 1, errors });

  await eventually(() => expect(pageText()).toContain('1,200 tickets imported'));
  expect(pageText()).toContain('2 rows were imported before and changed nothing.');
  expect(pageText()).toContain('Title must not be blank.');
  expect(findByText('button', 'Download the rejected rows')).toBeTruthy();
  expect(asksBeforeLeaving()).toBe(false);
});

it('goes on while another page is open, and shows itself on return', async () => {
  const { harness, file, request } = await startImport();

  await harness.navigateByUrl('/tickets');
  expect(request.cancelled).toBe(false);
  sendPart(request, file.size / 2);
  await harness.navigateByUrl('/import');

  await eventually(() => expect(pageText()).toContain('Importing export.csv'));
  request.flush({ imported: 2, rejected: 0, errors: [] });
  await eventually(() => expect(pageText()).toContain('2 tickets imported'));
});

it('reports its end on another page', async () => {
  const { harness, request } = await startImport();
  await harness.navigateByUrl('/tickets');

  request.flush({ imported: 2, rejected: 0, errors: [] });

  await eventually(() => expect(pageText()).toContain('2 tickets imported'));
  findByText('button', 'Show').click();
  await eventually(() => expect(TestBed.inject(Router).url).toBe('/import'));
});

it.each([
  [200, { imported: 2, rejected: 0, errors: [] }, [{ kind: 'imported' }]],
  [200, { imported: 0, rejected: 2, errors: [] }, []],
  [503, { detail: 'The server stops. Imported before that: 1' }, [{ kind: 'imported' }]],
])('announces new tickets to the list and the dashboard: %i %j', async (status, body, expected) => {
  const { request } = await startImport();
  const announced: TicketChange[] = [];
  TestBed.inject(TicketChanges).changes.subscribe((change) => announced.push(change));

  request.flush(body, { status, statusText: 'Some' });

  await eventually(() => findByText('button', 'Import another file'));
  expect(announced).toEqual(expected);
});

it('stays stopped when the failure of the upload is examined too late', async () => {
  const { file, request } = await startImport();
  const release = holdContent(file);
  request.error(new ProgressEvent('error'));
  findByText('button', 'Stop the import').click();
  await eventually(() => expect(pageText()).toContain('Import stopped'));

  await release();

  await eventually(() => expect(pageText()).not.toContain('The connection was lost.'));
  expect(pageText()).toContain('Import stopped');
});

it('prepares the rejected rows once, and says so meanwhile', async () => {
  jest.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation();
  const createUrl = jest.fn(() => 'blob:rejected');
  Object.assign(URL, { createObjectURL: createUrl, revokeObjectURL: jest.fn() });
  const { request } = await startImport();
  const errors = [{ line: 3, errors: [{ pointer: '/title', detail: 'must not be blank' }] }];
  request.flush({ imported: 1, rejected: 1, errors });
  const button = await eventually(() => findByText('button', 'Download the rejected rows'));

  button.click();
  button.click();

  await eventually(() => expect(button.textContent).toContain('Preparing'));
  await eventually(() => expect(button.textContent).toContain('Download the rejected rows'));
  expect(createUrl).toHaveBeenCalledTimes(1);
});

it('stops on request, and says what that means for the stored tickets', async () => {
  const { request } = await startImport();

  findByText('button', 'Stop the import').click();

  expect(request.cancelled).toBe(true);
  await eventually(() => expect(pageText()).toContain('Import stopped'));
  expect(pageText()).toContain('Tickets that were stored before stay.');
  expect(pageText()).toContain('tickets are there twice');
  expect(asksBeforeLeaving()).toBe(false);
});

it.each([
  [
    503,
    { detail: 'The database is not available at the moment. Imported before that: 500' },
    'before that: 500. Tickets that were',
  ],
  [
    400,
    { detail: 'The upload ended before the end of the file. Imported before that: 7' },
    'before that: 7. Tickets that were',
  ],
  [
    409,
    { detail: 'Another import runs' },
    'The server responded with status 409. Another import runs. Tickets that were',
  ],
  [
    400,
    { errors: [{ pointer: '', detail: 'must have a column with titles; name it with map=title=…' }] },
    'The file must have a column with titles. Tickets that were',
  ],
  [413, {}, 'The request is too large.'],
])('reports an import that failed with %i', async (status, body, words) => {
  const { request } = await startImport();

  request.flush({ request_id: 'r-7', ...body }, { status, statusText: 'No' });

  await eventually(() => expect(pageText()).toContain(words));
  expect(pageText()).toContain('Tickets that were stored before stay.');
  expect(pageText()).toContain('r-7');
});

it('says after a lost connection that a file with numbers can be imported again', async () => {
  const columns = [...CHECK.reading!.columns, { name: 'Nr', field: 'external_id', reason: 'synonym' }];
  const { request } = await startImport({ ...CHECK, reading: { ...CHECK.reading, columns } });

  request.error(new ProgressEvent('error'));

  await eventually(() => expect(pageText()).toContain('The connection was lost.'));
  expect(pageText()).toContain('rows that are stored change nothing');
  findByText('button', 'Import again').click();
  (await requestedCheck()).flush(CHECK);
  await eventually(() => findByText('button', 'Import 2 tickets'));
});

it('says that the file has gone', async () => {
  const { file, request } = await startImport();
  file.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }) as unknown as Blob;

  request.error(new ProgressEvent('error'));

  await eventually(() => expect(pageText()).toContain('The file was changed, moved or deleted while it was read.'));
});
