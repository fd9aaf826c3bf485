import { aFile } from '../../testing/files';
import { readFileStart } from './file-start';

const bytes = (...values: number[]) => Uint8Array.from(values);
const utf16 = (text: string) => bytes(0xff, 0xfe, ...[...text].flatMap((sign) => [sign.charCodeAt(0), 0]));

it.each([
  ['CSV', 'Summary,Status\nA,Open\n', 'text/csv'],
  ['CSV with a byte order mark', '\ufeffTitle\nA\n', 'text/csv'],
  ['a JSON document', '{\n "tickets": []}', 'application/json'],
  ['a JSON array', ' [{"title":"A"}]', 'application/json'],
  ['NDJSON', '{"title":"A"}\n{"title":"B"}\n', 'application/x-ndjson'],
  ['UTF-16', utf16('{\n"tickets":[]}'), 'application/json'],
  ['Windows-1252', bytes(0x54, 0xe9, 0x2c, 0x42, 0x0a), 'text/csv'],
])('takes %s', async (_name, content, mediaType) => {
  expect(await readFileStart(aFile(content))).toEqual({ kind: 'text', mediaType });
});

it.each([
  ['an empty file', 'a.csv', '', 'empty'],
  ['a file of line breaks', 'a.csv', '\r\n\n', 'empty'],
  ['a PNG', 'a.csv', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d), 'other'],
  ['a PDF', 'a.pdf', '%PDF-1.7', 'other'],
  ['a workbook', 'a.xlsx', bytes(0x50, 0x4b, 3, 4), 'workbook'],
  ['an old workbook', 'a.xls', bytes(0xd0, 0xcf, 0x11, 0xe0), 'workbook'],
  ['an archive', 'a.zip', bytes(0x50, 0x4b, 3, 4), 'archive'],
])('refuses %s', async (_name, name, content, kind) => {
  expect(await readFileStart(aFile(content, name))).toEqual({ kind });
});

it('refuses what cannot be read, such as a folder', async () => {
  const file = aFile('a', 'folder');
  file.slice = () => ({ arrayBuffer: () => Promise.reject(new DOMException('gone')) }) as unknown as Blob;

  expect(await readFileStart(file)).toEqual({ kind: 'unreadable' });
});
