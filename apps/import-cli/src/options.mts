import { resolve } from 'node:path';
import { Command, InvalidArgumentError, Option } from 'commander';
import {
  FALLBACK_SUGGESTION,
  TICKET_CATEGORIES,
  TICKET_PRIORITIES,
  type TicketCategory,
  type TicketPriority,
} from '#domain/properties';
import { isKnown } from '#import-rows/encoding/decoders';

/** Options of the command. */
export interface Options {
  /** Absolute path of the file to import. */
  readonly file: string;
  /** Base URL of the server. */
  readonly url: URL;
  /** Default category and priority of rows without one. Without a default, such rows are rejected. */
  readonly defaultCategory?: TicketCategory;
  readonly defaultPriority?: TicketPriority;
  /** The first line of the file to import. */
  readonly fromLine: number;
  /** The interrupted import that this one continues: rows that it stored are skipped. */
  readonly resume?: string;
  /** The user's assignments of columns and words, in the form of the API's parameter `map`. */
  readonly map: readonly string[];
  /** IANA time zone of times that name none. */
  readonly timeZone: string;
  readonly dateOrder?: string;
  /** Encoding of the file, as a WHATWG label. */
  readonly encoding?: string;
  /** Whether the title replaces an empty description. */
  readonly titleIsDescription: boolean;
  /** Whether to store nothing and only show the interpretation of the file. */
  readonly check: boolean;
  /** A token with the scope `import`. Not needed in the open mode. */
  readonly token?: string;
}

const MORE_HELP = `
Docket understands the columns and labels of other desks, like "Short description" or "1 - Critical", in many
languages, and ignores other columns. --check shows how, --map corrects it: title="Betreff (neu)" names a column,
external_id=- says that there is none, priority.P9=low says what a word means, status.Foo=- that it means nothing.
The fields are title, description, category, priority, status, created_at, requester, requester_email, assignee, team,
tags, and external_id, the row's own id: a row whose id was imported before changes nothing.

A requester is known by an email address, which may stand beside the name, in a column of its own, or alone. A name
without an address is left out. An assignee is somebody who works with Docket, by email address or by a name that only
one has; unknown assignees and teams are left out. Commas, semicolons, bars, or spaces alone are between tags.

FILE has a header row and values between commas, semicolons, tabs, bars, carets or tildes (*.csv, *.tsv, *.txt), a JSON
object per line (*.ndjson, *.jsonl), or a JSON document like [...] or {"tickets": [...]} (*.json). The lines of a report
may precede the header row. The encoding is found: UTF-8, UTF-16, or a guess that is shown, like windows-1252, gb18030 or
shift_jis. --encoding corrects it.

A Docket in which people sign in needs a token with the scope import, in the environment variable DOCKET_TOKEN.

Rejected rows are written to NAME.rejects.csv (or .ndjson) in the folder of FILE, unchanged but in UTF-8, and the
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
    .argument('<FILE>', 'the file to import: CSV, NDJSON or JSON')
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
    .option('--no-defaults', 'reject rows without a category, a priority or a description instead')
    .option('--check', 'store nothing; show how the first 1,000 rows are understood', false)
    .option(
      '--map <MAP>',
      'title="Short description" names a column, priority.P1=critical says what a word means (repeatable)',
      (map: string, maps: readonly string[]) => [...maps, map],
      [] as readonly string[],
    )
    .option('--time-zone <ZONE>', 'of times without a zone, like Europe/Berlin', machineZone())
    .addOption(new Option('--date-order <ORDER>', 'of dates like 03/04/2026').choices(['dmy', 'mdy', 'ymd']))
    .option('--encoding <NAME>', 'of FILE, like windows-1252, instead of the one that is found', toEncoding)
    .option('--from-line <NUMBER>', 'skip the lines before this one, to continue an interrupted import', toLine, 1)
    .option('--resume <IMPORT>', 'skip the rows that an interrupted import has stored; it prints this', toImport)
    .addHelpText('after', MORE_HELP)
    .showHelpAfterError('(for help: npm run import -- --help)')
    .exitOverride()
    .parse(argv, { from: 'user' });
  const { defaults, defaultCategory, defaultPriority, ...options } = program.opts<
    Omit<Options, 'file' | 'titleIsDescription'> & { defaults: boolean }
  >();
  const file = resolve(folder, program.args[0] ?? '');
  return { ...options, file, titleIsDescription: defaults, ...(defaults && { defaultCategory, defaultPriority }) };
}

function machineZone(): string {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

function toUrl(text: string): URL {
  const url = URL.parse(text);
  if (!url || !/^https?:$/.test(url.protocol))
    throw new InvalidArgumentError('It must start with http:// or https://.');
  return url;
}

function toEncoding(name: string): string {
  if (!isKnown(name)) throw new InvalidArgumentError('It must be the name of an encoding, like utf-8 or shift_jis.');
  return name;
}

function toImport(text: string): string {
  if (!/^[0-9a-f]{12}$/.test(text)) throw new InvalidArgumentError('It must be what the interrupted import printed.');
  return text;
}

function toLine(text: string): number {
  if (!/^[1-9]\d{0,14}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1.');
  return Number(text);
}
