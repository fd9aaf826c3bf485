import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { describePlace, parsePlace, placeOf } from '../platform/database/transfer/place';
import type { Command } from '../platform/startup/command';
import { StartupError } from '../platform/startup/startup-error';
import { backUp } from './back-up';
import { sizeOf } from './backup-folder';
import { restoreBackup } from './restore-backup';
import { verifyBackup } from './verify-backup';
import { verifyByRestore } from './verify-by-restore';

const BACKUP_HELP = [
  'Usage: docket backup [--dir FOLDER]',
  '',
  'Makes a backup in FOLDER, which is BACKUP_DIR by default, and checks it. The name of a copy that was not checked ends with .unverified.',
  'Of the backups there, the newest BACKUP_KEEP are kept. With the embedded database, stop Docket first, or use BACKUP_AT or',
  'POST /api/backups. With a server, Docket may run; the command needs pg_dump of the version of the server or newer.',
];

const VERIFY_HELP = [
  'Usage: docket verify BACKUP [--to postgres://user@host:5432/name]',
  '',
  'Checks a backup: its files, and of the embedded database also a copy that is opened: every row, the indexes, the counters and a search.',
  'With --to, the backup of a server is restored into an empty database, which checks the same, and the database is emptied again. Its',
  'password is in PGPASSWORD. The backup stays as it is. It exits with 1 if the backup is damaged.',
];

const RESTORE_HELP = [
  'Usage: docket restore BACKUP --to PLACE [--keep-webhooks]',
  '',
  'Restores a backup into a new place: a new data folder, or an empty database postgres://user@host:5432/name with its password in',
  'PGPASSWORD. Compares every table with the backup, and migrates a backup of an earlier version. Afterwards, set DATA_DIR or',
  'DATABASE_URL to the place and start Docket. Webhooks are turned off, so that a copy sends nothing to the receivers of the original;',
  'with --keep-webhooks, those that are on stay on.',
];

export const BACKUP_COMMAND: Command = {
  help: BACKUP_HELP,
  run: async (args, { settings: readSettings, report }) => {
    const dir = parse(args, BACKUP_HELP, { options: ['dir'] }).values['dir'];
    const settings = readSettings();
    const place = placeOf(settings);
    const directory = resolve(dir ?? settings.BACKUP_DIR);
    report(`Copying ${describePlace(place)}`);
    const { path, manifest, removed } = await backUp(place, { directory, keep: settings.BACKUP_KEEP, report });
    const bytes = await sizeOf(path);
    const lines = [`Checked backup: ${path} (${megabytes(bytes)}).`, ...removed.map((name) => `Removed ${name}.`)];
    return { lines, data: { path, form: manifest.form, created_at: manifest.created_at, bytes, removed } };
  },
};

export const VERIFY_COMMAND: Command = {
  help: VERIFY_HELP,
  run: async (args, { settings: readSettings, schema, report }) => {
    const { values, positionals } = parse(args, VERIFY_HELP, { options: ['to'], positionals: 1 });
    const [path = ''] = positionals;
    const place = values['to'] === undefined ? undefined : parsePlace(values['to'], readSettings());
    try {
      const { path: checked, manifest } = place
        ? await verifyByRestore(resolve(path), place, { schema, report })
        : await verifyBackup(resolve(path));
      const rows = manifest.tables.reduce((sum, table) => sum + Number(table.rows), 0);
      const data = { path: checked, ok: true, form: manifest.form, created_at: manifest.created_at, rows };
      const restored = place ? ` It was restored into ${describePlace(place)}, which is empty again.` : '';
      return { lines: [`${checked} is complete: ${rows} rows of ${manifest.created_at}.${restored}`], data };
    } catch (error) {
      if (!(error instanceof StartupError)) throw error;
      return { lines: [error.message], data: { path: resolve(path), ok: false, problem: error.message }, failed: true };
    }
  },
};

export const RESTORE_COMMAND: Command = {
  help: RESTORE_HELP,
  run: async (args, { settings: readSettings, schema, report }) => {
    const { values, positionals } = parse(args, RESTORE_HELP, {
      options: ['to'],
      flags: ['keep-webhooks'],
      positionals: 1,
    });
    if (values['to'] === undefined) throw new StartupError(RESTORE_HELP.join('\n'));
    const place = parsePlace(values['to'], readSettings());
    const path = resolve(positionals[0] ?? '');
    const keepWebhooks = values['keep-webhooks'] !== undefined;
    const { manifest, webhooksOff } = await restoreBackup(path, place, { schema, report, keepWebhooks });
    const where = describePlace(place);
    const name = place.form === 'server' ? 'DATABASE_URL' : 'DATA_DIR';
    const lines = [
      `Restored the backup of ${manifest.created_at} into ${where}.`,
      ...(webhooksOff
        ? [
            `${countOf(webhooksOff)} turned off, so that a copy sends nothing. Turn them on in Settings › Webhooks if it replaces the original.`,
          ]
        : []),
      `Set ${name} to it and start Docket.`,
    ];
    const data = { path, place: where, created_at: manifest.created_at, webhooks_off: webhooksOff };
    return { lines, data };
  },
};

function parse(
  args: readonly string[],
  help: readonly string[],
  {
    options = [],
    flags = [],
    positionals = 0,
  }: { options?: readonly string[]; flags?: readonly string[]; positionals?: number },
) {
  try {
    const parsed = parseArgs({
      args: [...args],
      options: Object.fromEntries([...typed(options, 'string'), ...typed(flags, 'boolean')]),
      allowPositionals: true,
    });
    if (parsed.positionals.length !== positionals) throw new Error();
    return parsed as { values: Readonly<Record<string, string | undefined>>; positionals: readonly string[] };
  } catch {
    throw new StartupError(help.join('\n'));
  }
}

const typed = (names: readonly string[], type: 'string' | 'boolean') =>
  names.map((name): [string, { type: 'string' | 'boolean' }] => [name, { type }]);

const megabytes = (bytes: number): string => `${(bytes / 2 ** 20).toFixed(1)} MB`;

const countOf = (webhooks: number): string => (webhooks === 1 ? '1 webhook was' : `${webhooks} webhooks were`);
