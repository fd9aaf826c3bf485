import { type Load, load } from '../load.mts';
import type { FilledDatabase } from '../measure-size.mts';
import { type Server, startApi } from '../processes.mts';
import { alternate } from '../statistics.mts';

/** One process and two, with the same number of connections, by round. */
export interface ProcessesMeasurements {
  /** Lists per second. */
  readonly one: readonly number[];
  readonly two: readonly number[];
  /** Processor time of the processes per list, in ms. */
  readonly costOfOne: readonly number[];
  readonly costOfTwo: readonly number[];
}

const LIST = '/api/tickets/?limit=50';
const CONNECTIONS = 16;

/** Measures lists of one process, and of two that share the connections. */
export async function measureProcesses(
  { api, url }: FilledDatabase,
  rounds: number,
  seconds: number,
): Promise<ProcessesMeasurements> {
  const other = await startApi(url);
  const costs: { one: number[]; two: number[] } = { one: [], two: [] };
  const measure = (apis: readonly Server[], cost: number[]) => async () => {
    const options: Load = { connections: CONNECTIONS / apis.length, seconds };
    const before = cpuOf(apis);
    const results = await Promise.all(apis.map((each) => load(each.url, [LIST], options)));
    const perSecond = results.reduce((sum, result) => sum + result.perSecond, 0);
    cost.push((1000 * (cpuOf(apis) - before)) / (perSecond * seconds));
    return perSecond;
  };
  try {
    for (const each of [api, other]) await load(each.url, [LIST], { connections: CONNECTIONS, seconds: 2 }); // warms up
    const rates = await alternate(rounds, {
      one: measure([api], costs.one),
      two: measure([api, other], costs.two),
    });
    return { ...rates, costOfOne: costs.one, costOfTwo: costs.two };
  } finally {
    await other.stop();
  }
}

function cpuOf(apis: readonly Server[]): number {
  return apis.reduce((sum, { cpuSeconds }) => sum + cpuSeconds(), 0);
}
