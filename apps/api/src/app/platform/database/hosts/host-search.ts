import { HostError, NoHostError } from './host-errors';
import type { ServerAddress } from './server-address';

/** Time for opening a connection at several hosts together, in milliseconds, if nothing else is set. */
export const SEARCH_TIMEOUT_MS = 10_000;

/** The attempts to open one connection at the hosts of an address. */
export class HostSearch {
  private readonly failures = new Map<string, HostError>();
  private attempts = 0;
  private readonly startedAt = performance.now();

  /** @param timeoutMs time after which no further attempt starts, in milliseconds */
  constructor(
    private readonly address: ServerAddress,
    private readonly timeoutMs = SEARCH_TIMEOUT_MS,
  ) {}

  /**
   * Notes a failed attempt. Connections share the order of the hosts, so one search may meet a host twice, but not for ever.
   * @returns the error of the search; undefined if there is a host left to try
   */
  fail(error: Error): Error | undefined {
    if (!(error instanceof HostError)) return error;
    this.failures.set(error.host, error);
    const { length } = this.address.hosts;
    const isOver = performance.now() - this.startedAt >= this.timeoutMs;
    if (this.failures.size < length && ++this.attempts < 2 * length && !isOver) return undefined;
    return this.error;
  }

  /** An error with the failure of each host tried so far. */
  get error(): NoHostError {
    const tried = this.address.hosts.flatMap(({ name }) => this.failures.get(name) ?? []);
    return new NoHostError(tried);
  }
}
