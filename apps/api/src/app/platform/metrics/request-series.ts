/** A histogram with the two labels. */
interface RequestHistogram {
  labels(operation: string, status: string): { observe(seconds: number): void };
}

type Series = ReturnType<RequestHistogram['labels']>;

/**
 * Maximum number of pairs of operation and status. Each pair is eleven series of the histogram, so all of them stay under 5,000, which a
 * small Prometheus keeps without notice. In practice, an operation has three or four statuses.
 */
const MAX_PAIRS = 400;

/** Observes durations for pairs of operation and status. Beyond the maximum, the operation of a new pair is that of unknown ones. */
export class RequestSeries {
  private readonly pairs = new Map<string, Map<number, Series>>();
  private count = 0;

  /** @param other the operation of pairs beyond the maximum. A status is one of a few dozen numbers, so these are bounded, too */
  constructor(
    private readonly histogram: RequestHistogram,
    private readonly other: string,
  ) {}

  observe(operation: string, status: number, seconds: number): void {
    (this.find(operation, status) ?? this.add(operation, status)).observe(seconds);
  }

  private find(operation: string, status: number): Series | undefined {
    return this.pairs.get(operation)?.get(status);
  }

  private add(operation: string, status: number): Series {
    if (this.count >= MAX_PAIRS && operation !== this.other)
      return this.find(this.other, status) ?? this.add(this.other, status);
    const series = this.histogram.labels(operation, String(status));
    const ofOperation = this.pairs.get(operation) ?? new Map<number, Series>();
    this.pairs.set(operation, ofOperation.set(status, series));
    this.count++;
    return series;
  }
}
