import { basename, extname } from 'node:path';
import type { RowFormat } from '#import-rows/file-row';
import { CliError } from './cli-error.mts';

const FORMATS: Readonly<Record<string, RowFormat>> = {
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.json': 'json',
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
};

const NAMES = new Intl.ListFormat('en-GB');

/**
 * Returns the format for the extension of a file name. The content of the file may override it.
 * @throws CliError if the extension is unknown
 */
export function formatOf(file: string): RowFormat {
  const format = FORMATS[extname(file).toLowerCase()];
  if (format) return format;
  const names = Object.keys(FORMATS).map((extension) => `*${extension}`);
  throw new CliError(`Docket imports ${NAMES.format(names)} files, not ${basename(file)}`);
}
