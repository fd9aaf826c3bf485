import type { Server } from '../processes.mts';
import { growthOf } from './memory-growth.mts';
import { mixedRequests } from './requests.mts';
import { send } from './send.mts';

/** Measurements of an API under a long load. */
export interface SoakMeasurements {
  readonly minutes: number;
  /** Responses per second. */
  readonly perSecond: number;
  /** Numbers of unexpected or missing responses, by description. */
  readonly unexpected: ReadonlyMap<string, number>;
  /** Maximum resident memory, and resident memory after the load, in MB. */
  readonly maxMemory: number;
  readonly memoryAfter: number;
  /** Median memory of the last third of the run divided by that of the middle third. The first third is the warm-up. */
  readonly growth: number;
}

/** `perSecond` covers all connections. It is below the capacity of two cores at a million tickets, so that no queue builds up. */
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
