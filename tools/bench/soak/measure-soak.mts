import type { Server } from '../processes.mts';
import { growthOf } from './memory-growth.mts';
import { mixedRequests } from './requests.mts';
import { send } from './send.mts';

/** The observations of an API under a long load. */
export interface SoakMeasurements {
  readonly minutes: number;
  /** Responses per second. */
  readonly perSecond: number;
  /** The number of unexpected or missing responses, by description. */
  readonly unexpected: ReadonlyMap<string, number>;
  /** The maximum resident memory, and the resident memory after the load, in megabytes. */
  readonly maxMemory: number;
  readonly memoryAfter: number;
  /** The median memory of the last third of the run divided by that of the middle third. The first third is the warm-up. */
  readonly growth: number;
}

/** `perSecond` covers all connections. It is below what two cores serve at a million tickets, so that no queue builds up. */
const LOAD = { connections: 8, perSecond: 150 };
const MEMORY_INTERVAL_S = 5;

/** Sends a mix of requests to a running API and samples its memory. */
export async function measureSoak(api: Server, minutes = 30): Promise<SoakMeasurements> {
  const memory: number[] = [];
  const next = await mixedRequests(api.url);
  const watch = setInterval(() => memory.push(api.memory()), MEMORY_INTERVAL_S * 1000);
  try {
    const { responses, unexpected } = await send(api.url, next, { ...LOAD, seconds: minutes * 60 });
    return {
      minutes,
      perSecond: responses / (minutes * 60),
      unexpected,
      maxMemory: Math.max(...memory),
      memoryAfter: api.memory(),
      growth: growthOf(memory),
    };
  } finally {
    clearInterval(watch);
  }
}
