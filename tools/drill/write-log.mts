import { setTimeout as sleep } from 'node:timers/promises';
import { fileTicket } from '../file-ticket.mts';
import type { ApiProcess } from './api-processes.mts';

/** Files tickets and records which ones were acknowledged, and when. */
export class WriteLog {
  readonly ids: number[] = [];
  private readonly times: number[] = [];
  private attempts = 0;

  /** Files a ticket. Failures are ignored, because the next ticket follows shortly after. */
  async file(api: ApiProcess): Promise<void> {
    const response = await fileTicket(api, `Failover ${this.attempts++}`).catch(() => undefined);
    if (response?.status === 201) {
      const { id } = (await response.json()) as { id: number };
      this.ids.push(id);
      this.times.push(performance.now());
    } else {
      await response?.arrayBuffer();
      await sleep(50);
    }
  }

  /** The last acknowledgement at or before a time, both as in `performance.now()`. */
  lastBefore(time: number): number {
    return this.times.findLast((at) => at <= time) ?? NaN;
  }

  /** Waits for the first acknowledgement after a time. @returns its time; NaN if there is none within 30 seconds */
  async nextAfter(time: number): Promise<number> {
    for (let attempt = 0; attempt < 3000; attempt++) {
      const next = this.times.find((at) => at > time);
      if (next !== undefined) return next;
      await sleep(10);
    }
    return NaN;
  }
}
