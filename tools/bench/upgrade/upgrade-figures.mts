import type { Figure } from '../figures.mts';
import type { UpgradeSeen } from './measure-upgrade.mts';

/** Steps that take less are not worth a row. */
const WORTH_A_ROW = 1;

/** The figures of upgrading a database that the first version of the product left. */
export function upgradeFigures(seen: UpgradeSeen | undefined): Figure[] {
  const exclusive = seen?.locks['AccessExclusiveLock'];
  return [
    {
      what: 'upgrading from the first version: until ready',
      measured: seen?.seconds,
      unit: 's',
      note: seen && `${seen.tickets} tickets`,
    },
    ...(seen?.steps ?? [])
      .filter(({ seconds }) => seconds >= WORTH_A_ROW)
      .map(({ statement, seconds }) => ({ what: `upgrading: ${nameOf(statement)}`, measured: seconds, unit: 's' })),
    {
      what: 'upgrading: longest wait of a read',
      measured: seen?.readWaited,
      unit: 's',
      note: exclusive === undefined ? undefined : `the table is locked for ${exclusive.toFixed(0)} s`,
    },
    { what: 'upgrading: longest wait of a write', measured: seen?.writeWaited, unit: 's' },
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
      what: 'upgrading: free disk needed',
      measured: seen?.diskBeyond,
      unit: 'MB',
      note: seen && `without the log, of which ${seen.log.toFixed(0)} MB are written`,
    },
  ];
}

/** A few words of a statement: what it makes or changes. */
function nameOf(statement: string): string {
  const known =
    /^(CREATE INDEX \w+|ALTER TABLE \w+ (?:ADD|SET|ALTER) \(?(?:COLUMN |CONSTRAINT )?\w+|SELECT \w+\(\))/.exec(
      statement,
    );
  return known?.[1] ?? statement.slice(0, 40);
}
