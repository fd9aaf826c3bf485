import { setTimeout as sleep } from 'node:timers/promises';
import type { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const READ_TIMEOUT_MS = 30_000;

interface Changes {
  readonly changes: readonly { readonly event_id: number }[];
  readonly next: string;
  readonly caught_up: boolean;
  readonly restored: boolean;
}

/** Reads all changes from the start of the history, page by page. Failed pages are requested again. */
export class FeedReader {
  private readonly events: number[] = [];
  private cursor = 'start';
  private restored = 0;
  private readonly api: ApiProcess;

  constructor(api: ApiProcess) {
    this.api = api;
  }

  async readUntil(isOver: () => boolean): Promise<void> {
    while (!isOver()) if ((await this.readPage(1)) === undefined) await sleep(50);
  }

  /** Reads the remaining changes, for up to half a minute. */
  async readToTheEnd(): Promise<void> {
    for (const end = performance.now() + READ_TIMEOUT_MS; performance.now() < end;) {
      const page = await this.readPage(0);
      if (page?.caught_up && page.changes.length === 0) return;
      if (!page) await sleep(50);
    }
  }

  /** Differences from the events of the table. */
  compare(events: readonly number[]): Finding[] {
    const read = new Set(this.events);
    const missing = events.filter((id) => !read.has(id)).length;
    const stored = new Set(events);
    const unknown = this.events.filter((id) => !stored.has(id)).length;
    return [
      { what: 'events that a reader of the changes misses', measured: missing, unit: `of ${events.length}`, atMost: 0 },
      { what: 'events that it has and the table does not', measured: unknown, unit: '', atMost: 0 },
      { what: 'events that it got twice', measured: this.events.length - read.size, unit: '', atMost: 0 },
      {
        what: 'notices of a restored database, more or less than one',
        measured: Math.abs(this.restored - 1),
        unit: '',
        atMost: 0,
      },
    ];
  }

  private async readPage(waitSeconds: number): Promise<Changes | undefined> {
    const query = `?limit=500&wait=${waitSeconds}&cursor=${this.cursor}`;
    const response = await fetch(`${this.api.url}/api/changes${query}`).catch(() => undefined);
    if (!response?.ok) {
      await response?.arrayBuffer();
      return undefined;
    }
    const page = (await response.json()) as Changes;
    this.events.push(...page.changes.map(({ event_id }) => event_id));
    this.cursor = page.next;
    if (page.restored) this.restored++;
    return page;
  }
}
