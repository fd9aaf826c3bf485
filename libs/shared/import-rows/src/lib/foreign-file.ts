/** A file type that cannot be imported. */
interface ForeignFile {
  /** The first bytes, as characters of Latin-1. */
  readonly start: RegExp;
  /** The file type and the remedy, as a phrase after "the file must be CSV, NDJSON or JSON, and". */
  readonly advice: string;
}

/** Number of bytes needed to recognise a file type. */
export const FOREIGN_FILE_BYTES = 256;

const SAVE = 'save it as CSV (UTF-8) there, and import that';
const UNPACK = 'unpack it, and import the file inside';

/** Sources: the magic numbers of file(1) and of https://en.wikipedia.org/wiki/List_of_file_signatures. */
const FOREIGN_FILES: readonly ForeignFile[] = [
  {
    start: /^PK\x03\x04.{0,250}(?:\[Content_Types\]|_rels\/|docProps\/|xl\/|mimetype)/s,
    advice: `is a spreadsheet (XLSX or ODS): open it and ${SAVE}`,
  },
  { start: /^PK[\x03\x05\x07]/, advice: `is a spreadsheet (XLSX or ODS) or a ZIP archive: open it and ${SAVE}` },
  { start: /^\xd0\xcf\x11\xe0/, advice: `is an older Excel workbook (XLS): open it and ${SAVE}` },
  { start: /^\x1f\x8b/, advice: `is compressed (gzip): ${UNPACK}` },
  { start: /^(?:BZh\d|\xfd7zXZ|7z\xbc\xaf|Rar!|\x28\xb5\x2f\xfd)/, advice: `is compressed: ${UNPACK}` },
  { start: /^%PDF/, advice: 'is a PDF document: export the tickets as CSV or JSON instead' },
  { start: /^SQLite format 3/, advice: 'is an SQLite database: export its table of tickets as CSV' },
  {
    start:
      /^(?:\xef\xbb\xbf)?\s*\[\s*\{ ?"type": ?"header", ?"version": ?"[\w.-]{1,40}", ?"comment": ?"[^"]{0,80}phpmyadmin/i,
    advice: 'is a JSON export of phpMyAdmin, which has tables around the rows: export the table of tickets as CSV',
  },
  { start: /^PAR1/, advice: 'is a Parquet file: convert it to CSV or NDJSON' },
  { start: /^\{\\rtf/, advice: 'is a text document (RTF): export the tickets as CSV or JSON instead' },
  { start: /^(?:\xff\xfe\0\0|\0\0\xfe\xff)/, advice: 'is encoded in UTF-32, which is not supported: save it as UTF-8' },
  // RFC 1557, RFC 1922 and RFC 1843. The platform has no decoder for them.
  { start: /^\x1b\$\)C/, advice: 'is encoded in ISO-2022-KR, which is not supported: save it as UTF-8' },
  {
    start: /^[\0-\x7f]{0,240}\x1b\$[)*][AGH]/,
    advice: 'is encoded in ISO-2022-CN, which is not supported: save it as UTF-8',
  },
  {
    start: /^[\0-\x7f]{0,200}~\{(?:[\x21-\x77][\x21-\x7e]){2,20}~\}/,
    advice: 'is encoded in HZ, which is not supported: save it as UTF-8',
  },
  {
    start: /^(?:\xef\xbb\xbf)?\s*<(?:!doctype html|html|table|head|body|meta)\b/i,
    advice: `is a web page (HTML): if it is an export with the ending .xls, open it in a spreadsheet and ${SAVE}`,
  },
  {
    start: /^(?:\xef\xbb\xbf)?\s*<(?:\?xml|[a-z][\w:-]*>\s*<)/i,
    advice: `is XML: export the tickets as CSV or JSON instead; if Excel opens it, ${SAVE}`,
  },
];

/** Error message for a file type that cannot be imported, as a phrase after "the file"; undefined for other files. */
export function foreignFile(bytes: Uint8Array): string | undefined {
  const head = String.fromCharCode(...bytes.subarray(0, FOREIGN_FILE_BYTES));
  const kind = FOREIGN_FILES.find(({ start }) => start.test(head));
  return kind && `must be CSV, NDJSON or JSON, and ${kind.advice}`;
}
