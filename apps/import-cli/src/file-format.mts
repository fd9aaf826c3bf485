import { extname } from 'node:path';
import type { RowFormat } from '#import-rows/row-splitter';
import { CliError } from './cli-error.mts';

const FORMATS: Readonly<Record<string, RowFormat>> = { '.ndjson': 'ndjson', '.jsonl': 'ndjson', '.csv': 'csv' };

/**
 * Returns the format of a file by the extension of its name.
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
