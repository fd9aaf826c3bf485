import type { DataSource } from 'typeorm';
import { StartupError } from '../../platform/startup/startup-error';
import { type SimulatedRequest, DAY_MS, simulateRequests } from './simulated-requests';
import { insertRequests } from './simulated-rows';
import { type Cases, dayOf, dayOfYear, truthOf } from './simulated-truth';
import { DRIFT_DAY, MODEL_DAY, PRICE_DAY, PROMPT_DAY } from './simulated-year';

const SEED = 7;
const REQUESTS_OF_WORKDAY = 200;

/**
 * Fills the empty ledger of a demonstration with a year that ended last Sunday, and says what it contains. It closes the database
 * afterwards.
 * @throws StartupError if the ledger has suggestions: figures of people's own tickets are never mixed with invented ones
 */
export async function simulateYear(
  open: () => Promise<DataSource>,
  now = new Date(),
  requestsOfWorkday = REQUESTS_OF_WORKDAY,
): Promise<readonly string[]> {
  const database = await open();
  try {
    const [{ isUsed }] = await database.query<[{ isUsed: boolean }]>(
      'SELECT EXISTS (SELECT FROM suggestions) OR EXISTS (SELECT FROM suggestion_losses) AS "isUsed"',
    );
    if (isUsed)
      throw new StartupError('The ledger of suggestions is not empty. Simulate a year in a database of its own.');
    const teams = await database.query<{ id: number }[]>('SELECT id FROM teams ORDER BY id');
    const lastDay = lastSunday(now);
    const requests = simulateRequests({
      seed: SEED,
      lastDay,
      requestsOfWorkday,
      teamIds: teams.map(({ id }) => id),
    });
    await insertRequests(database, requests, lastDay);
    return describe(requests, lastDay);
  } finally {
    await database.destroy();
  }
}

/** The last Sunday that is over, in UTC. */
function lastSunday(now: Date): Date {
  const today = Math.floor(now.getTime() / DAY_MS);
  return new Date((today - (now.getUTCDay() || 7)) * DAY_MS);
}

function describe(requests: readonly SimulatedRequest[], lastDay: Date): string[] {
  const day = (number: number) => dayOf(dayOfYear(lastDay, number));
  const [from, to] = [day(0), dayOf(lastDay)];
  const truth = truthOf(requests, lastDay, { from, to, provider: 'gemini', field: 'category' });
  const share = ({ n, right }: Cases) => `${right} of ${n}`;
  return [
    `${truth.recorded} suggestions from ${from} to ${to}. Of the model's categories:`,
    `right where people chose alone: ${share(truth.blind)}; kept by people who saw them: ${share(truth.acceptance)}`,
    `critical tickets found: ${share(truth.critical.recall)}; rightly called critical: ${share(truth.critical.precision)}`,
    `worse from ${day(DRIFT_DAY)}, with other tickets; another prompt on ${day(PROMPT_DAY)}; another model on ${day(MODEL_DAY)}, with a price from ${day(PRICE_DAY)}`,
    `without an answer: ${[...truth.fallbacks].map(([reason, n]) => `${reason} ${n}`).join(', ')}`,
    `cost: ${truth.cost.micros / 1_000_000} for ${truth.cost.priced_calls} calls; ${truth.cost.unpriced_calls} calls of unknown cost`,
  ];
}
