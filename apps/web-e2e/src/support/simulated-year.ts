import { NodeProcess, type TestDatabase } from '@docket/testing';
import { SIMULATE_YEAR } from './server';

/**
 * Fills the ledger of a database that no process uses, by the command of `npm run simulate-year`.
 * @returns the command's description of the year
 */
export async function addSimulatedYear(settings: TestDatabase['settings']): Promise<string> {
  const command = new NodeProcess([SIMULATE_YEAR], { env: { ...settings } });
  const end = await command.ended;
  if (end !== 0) throw new Error(`The year could not be simulated:\n${command.output}`);
  return command.output;
}
