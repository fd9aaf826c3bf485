import { DataSource } from 'typeorm';
import type { Settings } from '../config/settings';
import { migrationOptions } from '../database/data-source-options';
import { EmbeddedDataSource } from '../database/embedded-data-source';
import { StartError } from '../start-error';
import { checkCounters, rebuildCounters } from './ticket-counters';

/** What the command has done: what it says, and whether the counters agree with the tickets now. */
export interface CountersOutcome {
  readonly lines: readonly string[];
  readonly agree: boolean;
}

/**
 * `check` compares the counters with the tickets, and locks nothing; `rebuild` counts anew, while writers wait. On the database
 * that the settings name, which the API has migrated; the embedded one only while no other process has its folder.
 * @throws StartError when there is no such command, or when the database cannot be used
 */
export async function runCounters(command: string | undefined, settings: Settings): Promise<CountersOutcome> {
  if (command !== 'check' && command !== 'rebuild') throw new StartError('usage: counters check|rebuild');
  const database = await open(settings);
  try {
    const wrong = await checkCounters(database);
    const lines = wrong.map(
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

/** Without the time-outs of a request: counting a large table takes as long as it takes. */
function open({ DATABASE_URL, DATA_DIR }: Settings): Promise<DataSource> {
  return DATABASE_URL ? new DataSource(migrationOptions(DATABASE_URL)).initialize() : EmbeddedDataSource.open(DATA_DIR);
}
