import { setTimeout as sleep } from 'node:timers/promises';
import { Injectable, ServiceUnavailableException } from '@nestjs/common';
import { ChangeBell } from '../../platform/database/bell/change-bell';

/** Maximum number of waiting requests in a process. Every one of them reads when the bell rings. */
const MAX_WAITING = 500;

/** Maximum number of waiting requests per sender, so that one sender cannot use up MAX_WAITING. */
const MAX_WAITING_OF_ONE = 50;

/**
 * Minimum time between two reads of a request, in milliseconds, so that a burst of changes costs one read. When the bell rings, an older
 * transaction that is still running may hide the change. The request therefore reads again after this pause, which then doubles with each
 * read.
 */
const MIN_PAUSE_MS = 50;

/** Requests that wait for changes. */
@Injectable()
export class WaitingReaders {
  /** The waiting requests of each sender. */
  private readonly waiting = new Map<string, number>();

  constructor(private readonly bell: ChangeBell) {}

  /**
   * Reads once, and again after each change, until the result is wanted, the time is over, or the signal aborts.
   * @param ms the time to wait for changes; 0 reads once
   * @param sender identifies the client, whose waiting requests are limited
   * @returns the last result, whether it is wanted or not
   * @throws ServiceUnavailableException if there are too many readers
   */
  async readUntil<T>(
    isWanted: (found: T) => boolean,
    read: () => Promise<T>,
    ms: number,
    signal: AbortSignal,
    sender: string,
  ): Promise<T> {
    if (ms === 0) return read();
    const ofSender = this.waiting.get(sender) ?? 0;
    const all = [...this.waiting.values()].reduce((sum, one) => sum + one, 0);
    if (all >= MAX_WAITING || ofSender >= MAX_WAITING_OF_ONE) {
      throw new ServiceUnavailableException('There are too many waiting requests. Try again in a few seconds');
    }
    this.waiting.set(sender, ofSender + 1);
    const pauses = new Pauses(this.bell, signal); // listens before the first read, so that it misses no change
    const end = performance.now() + ms;
    try {
      for (;;) {
        const found = await read();
        const restMs = end - performance.now();
        if (isWanted(found) || restMs <= 0 || signal.aborted) return found;
        await pauses.next(restMs);
        if (signal.aborted) return found;
      }
    } finally {
      pauses.stop();
      this.leave(sender);
    }
  }

  private leave(sender: string): void {
    const left = (this.waiting.get(sender) ?? 1) - 1;
    if (left === 0) this.waiting.delete(sender);
    else this.waiting.set(sender, left);
  }
}

/** The pauses between the reads of one request. */
class Pauses {
  private pauseMs: number;
  private hasRung = false;
  private onRing?: () => void;
  readonly stop: () => void;

  constructor(
    private readonly bell: ChangeBell,
    private readonly signal: AbortSignal,
  ) {
    this.pauseMs = bell.pollMs;
    this.stop = bell.listen(() => {
      this.hasRung = true;
      this.onRing?.();
    });
  }

  /** Resolves when the bell rings, when the next read is due, after a maximum time, or when the signal aborts. */
  async next(maxMs: number): Promise<void> {
    const end = performance.now() + Math.min(this.pauseMs, maxMs);
    await pause(Math.min(MIN_PAUSE_MS, maxMs), this.signal);
    if (!this.hasRung) await this.ringUntil(end);
    this.pauseMs = this.hasRung ? MIN_PAUSE_MS : Math.min(this.pauseMs * 2, this.bell.pollMs);
    this.hasRung = false;
  }

  private async ringUntil(end: number): Promise<void> {
    const ring = new AbortController();
    this.onRing = () => ring.abort();
    await pause(end - performance.now(), AbortSignal.any([this.signal, ring.signal]));
  }
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  if (ms > 0) await sleep(ms, undefined, { signal }).catch(() => undefined);
}
