/** Kind of a file, by its first bytes. */
export type FileStart =
  | { readonly kind: 'text'; readonly mediaType: string }
  | { readonly kind: 'empty' | 'unreadable' | 'workbook' | 'archive' | 'other' };

const START_BYTES = 65_536;

/** Magic numbers of files that people mistake for an export. */
const SIGNATURES: readonly (readonly [Exclude<FileStart['kind'], 'text'>, readonly number[]])[] = [
  ['workbook', [0xd0, 0xcf, 0x11, 0xe0]],
  ['archive', [0x50, 0x4b, 0x03, 0x04]],
  ['archive', [0x1f, 0x8b]],
  ['other', [0x89, 0x50, 0x4e, 0x47]],
  ['other', [0xff, 0xd8, 0xff]],
  ['other', [0x47, 0x49, 0x46, 0x38]],
  ['other', [0x25, 0x50, 0x44, 0x46]],
];

/**
 * Reads the start of a file. The media type covers only what the content shows; the API examines it further. Never rejects: a folder or a
 * missing file is `unreadable`.
 */
export async function readFileStart(file: File): Promise<FileStart> {
  if (file.size === 0) return { kind: (await isReadable(file)) ? 'empty' : 'unreadable' };
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await file.slice(0, START_BYTES).arrayBuffer());
  } catch {
    return { kind: 'unreadable' };
  }
  const signature = SIGNATURES.find(([, start]) => start.every((byte, index) => bytes[index] === byte));
  if (signature) return { kind: isWorkbook(signature[0], file.name) ? 'workbook' : signature[0] };
  const text = decode(bytes).trimStart();
  return text === '' && file.size <= START_BYTES ? { kind: 'empty' } : { kind: 'text', mediaType: mediaType(text) };
}

/** Whether the content of a file can still be read. */
export async function isReadable(file: File): Promise<boolean> {
  try {
    await file.slice(0, 1).arrayBuffer();
    return true;
  } catch {
    return false;
  }
}

/** Current workbook formats are archives. */
function isWorkbook(kind: string, name: string): boolean {
  return kind === 'archive' && /\.(?:xls[xmb]|ods)$/i.test(name);
}

/** Decodes the start of a file. ASCII is the same in all encodings except UTF-16, and JSON starts with ASCII. */
function decode(bytes: Uint8Array): string {
  const isLittleEndian = bytes[0] === 0xff && bytes[1] === 0xfe;
  const isBigEndian = bytes[0] === 0xfe && bytes[1] === 0xff;
  return new TextDecoder(isLittleEndian ? 'utf-16le' : isBigEndian ? 'utf-16be' : 'utf-8').decode(bytes);
}

function mediaType(text: string): string {
  if (text.startsWith('{') && isObject(text.split(/[\r\n]/, 1)[0] ?? '')) return 'application/x-ndjson';
  return /^[[{]/.test(text) ? 'application/json' : 'text/csv';
}

function isObject(line: string): boolean {
  try {
    return typeof JSON.parse(line) === 'object';
  } catch {
    return false;
  }
}
