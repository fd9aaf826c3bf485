import { type Place, describePlace, openPlace } from '../platform/database/transfer/place';
import type { TransferConnection } from '../platform/database/transfer/transfer-connection';
import { StartupError } from '../platform/startup/startup-error';
import { emptyServer, objectsOf, requireNoObjects } from './empty-server';
import { type RestoreOptions, restoreBackup } from './restore-backup';
import { type VerifiedBackup, verifyBackup } from './verify-backup';

/**
 * Checks the backup of a server by restoring it into an empty database: compares every table with the backup, migrates an older schema,
 * recounts the counters and runs a search. Empties the database again, even after a failure.
 * @throws StartupError if the backup is damaged; if the database is not empty, which is then unchanged; or if somebody else uses the
 * database during the check: their objects and those of the backup then stay
 */
export async function verifyByRestore(path: string, place: Place, options: RestoreOptions): Promise<VerifiedBackup> {
  if (place.form !== 'server') {
    throw new StartupError(
      'verify --to takes the address of an empty database of a server: postgres://user@host:5432/name',
    );
  }
  const verified = await verifyBackup(path);
  if (verified.manifest.form !== 'server') {
    throw new StartupError('This is a backup of the embedded database. verify opens a copy of it, without --to.');
  }
  let before = await inPlace(place, requireNoObjects);
  let restored: readonly string[] = [];
  let [problem, hasBegun]: [Error | undefined, boolean] = [undefined, false];
  try {
    await restoreBackup(verified.path, place, {
      ...options,
      onRestore: async () => {
        before = await inPlace(place, requireNoObjects); // again: checking the files of the backup has taken time
        hasBegun = true;
      },
      onObjects: async () => {
        restored = await inPlace(place, objectsOf);
      },
    });
  } catch (error) {
    if (!hasBegun) throw error; // any objects now in the database belong to somebody else
    problem = error as Error;
  }
  options.report(`Emptying ${describePlace(place)}`);
  await inPlace(place, (connection) => emptyServer(connection, before, restored)).catch((error: unknown) => {
    throw notEmptied(place, problem, error as Error);
  });
  if (problem) throw problem;
  return verified;
}

/** Combines the error of the check, if any, with the error of the clean-up. */
function notEmptied(place: Place, problem: Error | undefined, cause: Error): StartupError {
  const reasons = [problem, cause].filter((reason) => reason !== undefined).map(({ message }) => message);
  return new StartupError(
    `${reasons.join(' ')} ${describePlace(place)} was not emptied. Drop it if nobody needs what it has.`,
    { cause },
  );
}

async function inPlace<T>(place: Place, work: (connection: TransferConnection) => Promise<T>): Promise<T> {
  const connection = await openPlace(place);
  return work(connection).finally(() => connection.close());
}
