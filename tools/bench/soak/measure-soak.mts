import type { Server } from '../processes.mts';
import { growthOf } from './memory-growth.mts';
import { mixedRequests } from './requests.mts';
import { send } from './send.mts';

/** What was seen of an API under load for long. */
export interface SoakSeen {
  readonly minutes: number;
  /** Answers a second. */
  readonly perSecond: number;
  /** Answers that should have been others, or none at all, by what they were. */
  readonly unexpected: ReadonlyMap<string, number>;
  /** Resident memory at its most, and once the load has ended, in megabytes. */
  readonly mostMemory: number;
  readonly memoryAfter: number;
  /** Median of the memory in the last third of the time by that in the middle third. The first third warms up. */
  readonly growth: number;
}

/** Connections, and requests a second by all of them: under what two cores do at a million tickets, so that nothing queues up. */
const LOAD = { connections: 8, perSecond: 150 };
/** Seconds between two looks at the memory. */
const INTERVAL = 5;

/** Keeps a running API busy with a mix of everything, and watches its memory. */
export async function measureSoak(api: Server, minutes = 30): Promise<SoakSeen> {
  const memory: number[] = [];
  const next = await mixedRequests(api.url);
  const watch = setInterval(() => memory.push(api.memory()), INTERVAL * 1000);
  try {
    const { answers, unexpected } = await send(api.url, next, { ...LOAD, seconds: minutes * 60 });
    return {
      minutes,
      perSecond: answers / (minutes * 60),
      unexpected,
      mostMemory: Math.max(...memory),
      memoryAfter: api.memory(),
      growth: growthOf(memory),
    };
  } finally {
    clearInterval(watch);
  }
}
