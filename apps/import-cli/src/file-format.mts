import { extname } from 'node:path';
import type { RowFormat } from '#import-rows/file-row';
import { CliError } from './cli-error.mts';

const FORMATS: Readonly<Record<string, RowFormat>> = {
  '.ndjson': 'ndjson',
  '.jsonl': 'ndjson',
  '.csv': 'csv',
  '.tsv': 'csv',
  '.txt': 'csv',
  '.json': 'json',
};

/**
 * Returns the format that the extension of a file's name stands for. The content of the file has the last word.
 * @throws CliError if the extension is unknown
 */
export function formatOf(file: string): RowFormat {
  const format = FORMATS[extname(file).toLowerCase()];
  if (!format)
    throw new CliError(
      `${file} must be named ${Object.keys(FORMATS)
        .map((extension) => `*${extension}`)
        .join(' or ')}`,
    );
  return format;
}
