import { aFile } from '../../testing/files';
import { toRejectedFile } from './rejected-rows';

const error = (line: number, detail: string, pointer?: string) => ({ line, errors: [{ pointer, detail }] });

/** jsdom can read its own files only through a FileReader. */
function bytesOf(blob: Blob): Promise<Uint8Array> {
  return new Promise((resolve) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.readAsArrayBuffer(blob);
  });
}

/** The lines of the file of rejected rows, without its byte order mark. */
async function rejected(
  content: string | Uint8Array,
  encoding: string,
  errors: ReturnType<typeof error>[],
): Promise<string> {
  const blob = await toRejectedFile({ content: aFile(content), encoding, errors });
  const bytes = await bytesOf(blob);
  expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf]);
  return new TextDecoder().decode(bytes);
}

it('keeps the values under the names of the file, whatever they contain', async () => {
  const csv = 'Titel;Text\nA;ok\n"B, ""b""";"two\nlines"\nC;ok\n';

  const file = await rejected(csv, 'utf-8', [error(3, 'must be a known one', '/priority')]);

  expect(file).toBe(
    'import_line,import_errors,Titel,Text\r\n3,Priority must be a known one,"B, ""b""","two\nlines"\r\n',
  );
});

it('reads the encoding of the file', async () => {
  const file = await rejected(Uint8Array.of(0x54, 0x0a, 0xe9, 0x0a), 'windows-1252', [error(2, 'is bad', '/title')]);

  expect(file).toBe('import_line,import_errors,T\r\n2,Title is bad,é\r\n');
});

it('keeps rows of JSON as they are', async () => {
  const file = await rejected('{"a":1}\n{"b":"x"}\n', 'utf-8', [error(2, 'must have a title')]);

  expect(file).toBe('import_line,import_errors,row\r\n2,The row must have a title,"{""b"":""x""}"\r\n');
});

it('finds the rows of a JSON document in one line', async () => {
  const errors = [{ ...error(1, 'must have a title'), row: 2 }];

  const file = await rejected('[{"a":1},{"b":"x"},{"c":2}]', 'utf-8', errors);

  expect(file).toBe('import_row,import_errors,row\r\n2,The row must have a title,"{""b"":""x""}"\r\n');
});

it('finds the header row after the name of a report', async () => {
  const file = await rejected('My report\n\nTitle,Status\nA,x\n', 'utf-8', [error(4, 'is bad', '/status')]);

  expect(file).toBe('import_line,import_errors,Title,Status\r\n4,Status is bad,A,x\r\n');
});

it('keeps lines and errors when the file has gone', async () => {
  const content = aFile('a');
  content.stream = () => {
    throw new DOMException('gone');
  };

  const blob = await toRejectedFile({ content, encoding: 'utf-8', errors: [error(2, 'is bad', '/title')] });

  expect(new TextDecoder().decode(await bytesOf(blob))).toBe('import_line,import_errors\r\n2,Title is bad\r\n');
});
