import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  FALLBACK_SUGGESTION,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '#domain/properties';

/** The options of the command. */
export interface Options {
  /** Absolute path of the file to import. */
  readonly file: string;
  /** The base URL of the server. */
  readonly url: URL;
  /** Default category and priority of rows that have none. Without a default, such rows are rejected. */
  readonly defaultCategory?: TicketCategory;
  readonly defaultPriority?: TicketPriority;
  /** The first line of the file to import. */
  readonly fromLine: number;
}

const MORE_HELP = `
A row has a title and a description, and may have a category, a priority, a status and a created_at (a time
with its zone, like 2026-11-22T09:14:03Z). Other columns are ignored. FILE is named *.ndjson or *.jsonl, with a
JSON object per line, or *.csv, with a header row and commas; all in UTF-8.

Rejected rows are written unchanged to NAME.rejects.csv (or .ndjson) in the folder of FILE, and the
reasons to NAME.rejects.txt. Correct the rows and import that file in the same way.

Exit code: 0 all rows imported, 1 some rejected, 2 the import could not run or was interrupted, 130 stopped by Ctrl-C.`;

/**
 * Parses the command line.
 * @throws CommanderError after printing an error or the help
 */
export function readOptions(argv: readonly string[], folder: string): Options {
  const program = new Command('npm run import --')
    .usage('FILE [options]')
    .description('Imports tickets from a file into a running Docket.')
    .argument('<FILE>', 'the file to import: *.ndjson, *.jsonl or *.csv')
    .option('--url <URL>', 'where Docket runs', toUrl, new URL('http://localhost:3000'))
    .addOption(
      new Option('--default-category <CATEGORY>', 'for rows without a category')
        .choices(TICKET_CATEGORIES)
        .default(FALLBACK_SUGGESTION.category),
    )
    .addOption(
      new Option('--default-priority <PRIORITY>', 'for rows without a priority')
        .choices(TICKET_PRIORITIES)
        .default(FALLBACK_SUGGESTION.priority),
    )
    .option('--no-defaults', 'reject rows without a category or a priority instead')
    .option('--from-line <NUMBER>', 'skip the lines before this one, to continue an interrupted import', toLine, 1)
    .addHelpText('after', MORE_HELP)
    .showHelpAfterError('(for help: npm run import -- --help)')
    .exitOverride()
    .parse(argv, { from: 'user' });
  const { defaults, defaultCategory, defaultPriority, ...options } = program.opts<
    Omit<Options, 'file'> & { defaults: boolean }
  >();
  const file = resolve(folder, program.args[0] ?? '');
  return { ...options, file, ...(defaults && { defaultCategory, defaultPriority }) };
}

function toUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must start with http:// or https://.');
  return url;
}

function toLine(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1.');
  return Number(text);
}
