import type { Figure } from '../figures.mts';
import type { UpgradeMeasurements } from './measure-upgrade.mts';

/** Minimum duration of a step in the report, in seconds. */
const MIN_STEP_SECONDS = 1;
/** Statements in the report. Searches and the many batches are left out, too. */
const STEP = /^(?:CREATE|ALTER|DROP|VACUUM|SELECT \w+\(\))/;
/** Maximum wait that users do not perceive as a failure, in seconds. */
const MAX_WAIT_SECONDS = 2;

/** Figures of upgrading a database of an old version. */
export function upgradeFigures(seen: UpgradeMeasurements | undefined): Figure[] {
  const exclusive = seen?.locks['AccessExclusiveLock'];
  return [
    {
      what: `upgrading from ${seen?.version}: until ready`,
      measured: seen?.seconds,
      unit: 's',
      note: seen && `${seen.tickets} tickets`,
    },
    {
      what: 'upgrading: until all texts are folded',
      measured: seen?.onlineSeconds,
      unit: 's',
      note: 'the API serves meanwhile',
    },
    ...(seen?.steps ?? [])
      .filter(({ statement, seconds }) => seconds >= MIN_STEP_SECONDS && STEP.test(statement))
      .map(({ statement, seconds }) => ({ what: `upgrading: ${nameOf(statement)}`, measured: seconds, unit: 's' })),
    {
      what: 'upgrading: longest wait of a read',
      measured: seen?.readWaited,
      unit: 's',
      target: { atMost: MAX_WAIT_SECONDS },
      note: exclusive === undefined ? undefined : `the table is locked for ${exclusive.toFixed(0)} s`,
    },
    {
      what: 'upgrading: longest wait of a write',
      measured: seen?.writeWaited,
      unit: 's',
      target: { atMost: MAX_WAIT_SECONDS },
    },
    {
      what: 'upgrading: slowest search',
      measured: seen?.searches.waited,
      unit: 's',
      note: seen && `of ${seen.searches.sent}, with ${seen.searches.failed} errors`,
    },
    {
      what: 'upgrading: table before',
      measured: seen?.before.table,
      unit: 'MB',
      note: seen && `and ${seen.before.indexes.toFixed(0)} MB of indexes`,
    },
    {
      what: 'upgrading: table after',
      measured: seen?.after.table,
      unit: 'MB',
      note: seen && `and ${seen.after.indexes.toFixed(0)} MB of indexes`,
    },
    {
      what: 'upgrading: additional disk space',
      measured: seen?.diskGrowth,
      unit: 'MB',
      note: seen && `without ${seen.walMegabytes.toFixed(0)} MB of write-ahead log`,
    },
  ];
}

/** Shortens a statement to the object that it creates or changes. */
function nameOf(statement: string): string {
  const known =
    /^(CREATE INDEX (?:CONCURRENTLY )?\w+|ALTER TABLE \w+ (?:ADD|SET|ALTER) \(?(?:COLUMN |CONSTRAINT )?\w+|SELECT \w+\(\))/.exec(
      statement,
    );
  return known?.[1] ?? statement.slice(0, 40);
}
