import { Readable } from 'node:stream';
import { toProblem } from '../../platform/problems/problem';
import { toImportError } from './import-error';
import type { ImportFile } from './import-file';
import { ImportReading } from './import-reading';
import { ImportReport } from './import-report';

const FILE: ImportFile = {
  format: 'ndjson',
  content: Readable.from([]),
  signal: new AbortController().signal,
  recheckAccess: () => Promise.resolve(),
};

it.each([
  ['a full disk', '53100', '/problems/disk-low'],
  ['a database that is away', 'ECONNREFUSED', '/problems/unavailable'],
])('says how far an import has got that ends because of %s', (_, code, type) => {
  const error = Object.assign(new Error('refused'), { code });

  const ended = toImportError(error, FILE, new ImportReport(new ImportReading()));

  const { document, headers } = toProblem(ended, { id: 'r1', url: '/api/tickets/import', method: 'POST' });
  expect(document).toMatchObject({ status: 503, type });
  expect(document.detail).toContain('Imported before that: 0');
  expect(headers).toEqual({ 'Retry-After': '5' });
});
