import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import type { LoggerService } from '@nestjs/common';
import { raiseFeedGeneration } from '../history';
import { describeMove, findMove, removeMove } from '../platform/database/database-move';
import { countApiSessions } from '../platform/database/transfer/server-transfer';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import type { CommandContext, CommandResult } from '../platform/startup/command';
import { StartupError } from '../platform/startup/startup-error';
import { requireCurrentSchema } from './check-databases';
import { type MoveStage, finishMove, moveDatabase } from './move-database';
import {
  type Place,
  describePlace,
  isNewFolder,
  migratePlace,
  openPlace,
  parsePlace,
  placeOf,
} from '../platform/database/transfer/place';

export const MOVE_HELP = [
  'Usage: docket move [--from PLACE] [--to PLACE]',
  '       docket move --undo',
  '',
  'Moves everything from the embedded database to a server, or back. A PLACE is a data folder or postgres://user@host:5432/name;',
  'the one that you leave out is the database of the settings. The password of a server is in PGPASSWORD or in DATABASE_URL.',
  'Stop Docket first. The target is an empty database or a new folder. Docket no longer starts on the source afterwards;',
  '--undo makes the database of the settings usable again.',
];

/**
 * Runs the command `move`.
 * @throws StartupError if the databases cannot be moved; the source is then unchanged
 */
export async function runMove(args: readonly string[], context: CommandContext): Promise<CommandResult> {
  const { from, to, undo } = parse(args);
  const settings = context.settings();
  if (undo) return undoMove(placeOf(settings));
  const source = from === undefined ? placeOf(settings) : parsePlace(from, settings);
  const target = to === undefined ? placeOf(settings) : parsePlace(to, settings);
  if (source.form === target.form) {
    throw new StartupError(
      `A move goes from the embedded database to a server or back, not from ${describePlace(source)} to ${describePlace(target)}.`,
    );
  }
  return move(source, target, context);
}

function parse(args: readonly string[]) {
  try {
    const { values } = parseArgs({
      args: [...args],
      options: { from: { type: 'string' }, to: { type: 'string' }, undo: { type: 'boolean' } },
    });
    if (values.undo ? (values.from ?? values.to) : !(values.from ?? values.to)) throw new Error();
    return values;
  } catch {
    throw new StartupError(MOVE_HELP.join('\n'));
  }
}

async function move(from: Place, to: Place, { schema, report }: CommandContext): Promise<CommandResult> {
  const places = { source: describePlace(from), target: describePlace(to) };
  const source = await openPlace(from);
  let target: TransferConnection | undefined;
  try {
    const earlier = await findMove(source);
    if (earlier) {
      target = isNewFolder(to) ? undefined : await openPlace(to);
      if (!target || !(await finishMove(source, target))) throw new StartupError(describeMove(earlier));
      return done(from, to, { resumed: true });
    }
    await requireCurrentSchema(source, schema);
    const confirm = () => requireStopped(from, source);
    await confirm();
    report(`Preparing ${places.target}`);
    await migratePlace(to, schema, toReport(report));
    target = await openPlace(to);
    const onStage = (stage: MoveStage, table?: string) => report(STAGES[stage] + (table ?? ''));
    return done(from, to, await moveDatabase({ source, target, places, confirm, onStage }));
  } finally {
    await source.close();
    await target?.close();
  }
}

const STAGES: Readonly<Record<MoveStage, string>> = {
  copying: 'Copying ',
  indexing: 'Creating indexes',
  comparing: 'Comparing the copy with the source',
  confirming: 'Giving up the source',
  releasing: 'Opening the target',
};

/** Advice about SECRET_KEY, from which the secrets of webhooks are computed: the embedded form keeps it in a file. */
function secretKeyAdvice(from: Place, to: Place): string[] {
  if (from.form !== 'embedded' || to.form !== 'server' || !existsSync(join(from.dataDir, 'secret-key'))) return [];
  const file = join(describePlace(from), 'secret-key');
  return [`Set SECRET_KEY to the content of ${file}, so that the secrets of webhooks stay the same.`];
}

function done(from: Place, to: Place, data: object): CommandResult {
  const places = { source: describePlace(from), target: describePlace(to) };
  const counts =
    'rows' in data && 'tables' in data ? `: ${String(data.rows)} rows of ${String(data.tables)} tables` : '';
  return {
    lines: [
      `Moved ${places.source} to ${places.target}${counts}.`,
      `Set DATABASE_URL or DATA_DIR to the new place, and start Docket. It no longer starts on ${places.source}.`,
      ...secretKeyAdvice(from, to),
    ],
    data: { ...places, ...data },
  };
}

async function undoMove(place: Place): Promise<CommandResult> {
  const database = await openPlace(place);
  try {
    const mark = await findMove(database);
    if (mark?.state === 'arriving') throw new StartupError(describeMove(mark));
    if (!mark) throw new StartupError(`The database ${describePlace(place)} has not moved.`);
    await database.query('BEGIN');
    await removeMove(database);
    await raiseFeedGeneration(database);
    await database.query('COMMIT');
    const lines = [
      `Docket starts on ${describePlace(place)} again. It has none of the changes that were made in ${mark.place} since ${mark.at} UTC.`,
      'Do not use both: they do not know of each other.',
    ];
    return { lines, data: { place: describePlace(place), moved_to: mark.place } };
  } finally {
    await database.close();
  }
}

/** @throws StartupError if API processes are connected to a server. An embedded database needs no check: its folder is locked. */
async function requireStopped(place: Place, connection: TransferConnection): Promise<void> {
  const sessions = place.form === 'server' ? await countApiSessions(connection) : 0;
  if (sessions)
    throw new StartupError(`Docket is running on ${describePlace(place)} (${sessions} connections). Stop it first.`);
}

/** Forwards startup messages to the progress report. */
const toReport = (report: (line: string) => void): LoggerService => ({
  log: report,
  warn: report,
  error: report,
});
