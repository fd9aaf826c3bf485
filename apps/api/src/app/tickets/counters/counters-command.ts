import type { DataSource } from 'typeorm';
import { StartupError } from '../../platform/startup/startup-error';
import { checkCounters, rebuildCounters } from './ticket-counters';

/** The output of the command, and whether the counters then match the tickets. */
export interface CountersOutcome {
  readonly lines: readonly string[];
  readonly agree: boolean;
}

/**
 * Runs `check`, which compares the counters with the tickets without locks, or `rebuild`, which recounts while writers wait. Closes the
 * database afterwards.
 * @param open opens the migrated database; called only for a known command
 * @throws StartupError if the command is unknown or the database cannot be used
 */
export async function runCounters(
  command: string | undefined,
  open: () => Promise<DataSource>,
): Promise<CountersOutcome> {
  if (command !== 'check' && command !== 'rebuild') throw new StartupError('usage: counters check|rebuild');
  const database = await open();
  try {
    const differences = await checkCounters(database);
    const lines = differences.map(
      ({ counter, counted, tickets }) => `${counter}: counted ${counted}, but there are ${tickets}`,
    );
    if (command === 'check') {
      return { lines: lines.length ? lines : ['All counters agree with the tickets.'], agree: !lines.length };
    }
    await rebuildCounters(database);
    return { lines: [...lines, `All counters were rebuilt; ${lines.length} of them had been wrong.`], agree: true };
  } finally {
    await database.destroy();
  }
}
