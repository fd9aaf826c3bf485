import { Injectable } from '@nestjs/common';
import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from '@prometheus-io/client';
import { SYSTEM_ACTOR } from '../context/actor';
import { runInContext } from '../context/work-context';

/** A value that is read whenever the metrics are: a number, or one for each value of the label; undefined if it is unknown. */
type Reading = number | Readonly<Record<string, number>> | undefined;

/** A metric whose value is read at each scrape. */
export interface GaugeOptions {
  /** With the prefix `docket_` and the unit, such as `docket_feed_lag_seconds`. */
  readonly name: string;
  readonly help: string;
  /** The label of a reading with several values. Its values must be few, and never come from a request. */
  readonly label?: string;
  /** Reads the value. If it fails or takes longer than two seconds, the metric is absent. */
  readonly read: () => Reading | Promise<Reading>;
}

/** A number that only grows, for each value of a label. */
export interface LabelledCounter {
  /** @param value of the label, from a fixed set */
  add(value: string): void;
}

/** Time for a gauge to be read, in milliseconds. Prometheus gives up after 10 s. */
const READ_TIMEOUT_MS = 2000;

/**
 * The metrics of the process. A feature registers its own in a provider: `metrics.gauge({ name, help, read })`. No label is an id, a
 * URL or a text: each value of a label is a series that the monitoring keeps.
 */
@Injectable()
export class Metrics {
  private readonly registry = new Registry();
  private scrape?: Promise<string>;

  get contentType(): string {
    return this.registry.contentType;
  }

  /** Registers the metrics of the process, at a small cost: CPU, memory, event loop, garbage collection. */
  measureProcess(): void {
    collectDefaultMetrics({ register: this.registry });
  }

  /** Registers a counter. Every value of its label appears once it is counted. */
  counter(name: string, help: string, label: string): LabelledCounter {
    const counter = new Counter({ name, help, labelNames: [label], registers: [this.registry] });
    return { add: (value) => counter.inc({ [label]: value }) };
  }

  /** Registers a gauge. */
  gauge({ name, help, label, read }: GaugeOptions): void {
    const registers = [this.registry];
    new Gauge({
      name,
      help,
      registers,
      labelNames: label === undefined ? [] : [label],
      async collect() {
        const reading = await readInTime(read);
        this.reset();
        if (typeof reading === 'number') this.set(reading);
        else if (label !== undefined)
          for (const [value, number] of Object.entries(reading ?? {})) this.set({ [label]: value }, number);
        else this.remove();
      },
    });
  }

  /** Registers a histogram. The caller bounds the values of its labels. */
  histogram<T extends string>(name: string, help: string, labelNames: readonly T[], buckets: readonly number[]) {
    return new Histogram({
      name,
      help,
      labelNames: [...labelNames],
      buckets: [...buckets],
      registers: [this.registry],
    });
  }

  /** All metrics in the text format of Prometheus. Scrapes at the same time share one reading. */
  text(): Promise<string> {
    this.scrape ??= this.registry.metrics().finally(() => (this.scrape = undefined));
    return this.scrape;
  }
}

/** Undefined if the reading fails or takes too long. */
async function readInTime(read: GaugeOptions['read']): Promise<Reading> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<undefined>((resolve) => {
    timer = setTimeout(() => resolve(undefined), READ_TIMEOUT_MS);
  });
  const context = { actor: SYSTEM_ACTOR, requestId: 'metrics', deadline: performance.now() + READ_TIMEOUT_MS };
  const reading = runInContext(context, async () => read()).catch(() => undefined);
  return Promise.race([reading, late]).finally(() => clearTimeout(timer));
}
