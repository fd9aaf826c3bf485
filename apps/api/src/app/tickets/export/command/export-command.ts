import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import type { Command } from '../../../platform/startup/command';
import { StartupError } from '../../../platform/startup/startup-error';
import { downloadCsv, downloadLines } from './download-export';
import { ExportSource } from './export-source';
import { PartFile } from './part-file';

const HELP = [
  'Usage: docket export FILE [--url http://localhost:3000] [--query QUERY]',
  '',
  'Exports tickets of a running Docket to FILE, as CSV if the name ends with .csv, else as NDJSON: one JSON object a line. FILE must not',
  'exist. It appears when the export is complete and its checksum is right; until then, it is FILE.part. If the connection breaks, NDJSON',
  'goes on behind the last ticket. --query selects tickets, as the search does: --query "status:open tag:refund". A Docket in which',
  'people sign in needs a token with the scope tickets:read, in the environment variable DOCKET_TOKEN.',
];

/** The command `export`. */
export const EXPORT_COMMAND: Command = {
  help: HELP,
  run: async (args, { report }) => {
    const { path, url, query } = parse(args);
    const format = /\.csv$/i.test(path) ? 'csv' : 'ndjson';
    const source = new ExportSource(url, format, query, readToken());
    const file = await PartFile.create(path);
    try {
      const { rows, cursor } = await (format === 'csv'
        ? downloadCsv(source, file)
        : downloadLines(source, file, report));
      await file.complete();
      const what =
        rows === undefined ? 'Exported the tickets' : `Exported ${rows} ${rows === 1 ? 'ticket' : 'tickets'}`;
      const lines = [`${what} to ${path}.`, `The changes after it: GET /api/changes?cursor=${cursor}`];
      return { lines, data: { path, format, ...(rows !== undefined && { rows }), cursor } };
    } finally {
      await file.close();
    }
  },
};

function parse(args: readonly string[]) {
  const parsed = parseOrUndefined(args);
  const url = URL.parse(parsed?.values.url ?? 'http://localhost:3000');
  const [path = ''] = parsed?.positionals ?? [];
  if (parsed?.positionals.length !== 1 || path === '' || !url || !/^https?:$/.test(url.protocol)) {
    throw new StartupError(HELP.join('\n'));
  }
  return { path: resolve(path), url, query: parsed.values.query };
}

function parseOrUndefined(args: readonly string[]) {
  try {
    const options = { url: { type: 'string' }, query: { type: 'string' } } as const;
    return parseArgs({ args: [...args], options, allowPositionals: true });
  } catch {
    return undefined;
  }
}

/**
 * The token from the environment: other users of the machine can read the arguments of a process.
 * @throws StartupError for a token that is invalid in a header, without repeating it
 */
function readToken(): string | undefined {
  // eslint-disable-next-line no-restricted-properties -- not a setting of the server
  const token = process.env['DOCKET_TOKEN']?.trim();
  if (token && !/^[\x21-\x7e]+$/.test(token)) throw new StartupError('DOCKET_TOKEN has characters that no token has.');
  return token || undefined;
}
