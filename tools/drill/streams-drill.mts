import { setTimeout as sleep } from 'node:timers/promises';
import { StreamReader } from '#testing/stream-reader';
import { runSql } from '#testing/test-database';
import { fileTicket } from '../file-ticket.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const READERS = 100;
const RESTARTS = 10;
const BETWEEN_MS = 3000;
const CATCH_UP_MS = 30_000;

/** A reader that reconnects whenever its stream has ended, and collects the ids of all events. */
class ReturningReader {
  readonly events = new Set<number>();
  resets = 0;
  /** Number of streams that broke instead of ending. */
  broken = 0;
  private readonly stream = new StreamReader();
  private isOver = false;

  /** Reads until `stop` is called. */
  async readOn(api: ApiProcess): Promise<void> {
    while (!this.isOver) {
      const isOpen = await this.stream.open(api).then(
        () => true,
        () => false, // the API is still down
      );
      while (isOpen && !this.stream.isClosed) await sleep(20);
      this.collect();
      if (isOpen && !this.isOver && !this.stream.isComplete) this.broken++;
      await sleep(this.isOver ? 0 : this.retryMs());
    }
  }

  /** Collects the events of the stream so far. */
  collect(): void {
    const text = this.stream.messages.join('\n');
    for (const [, id] of text.matchAll(/"event_id":(\d+)/g)) this.events.add(Number(id));
  }

  stop(): void {
    this.isOver = true;
    if (this.stream.has('reset')) this.resets++;
    this.stream.close();
  }

  private retryMs(): number {
    if (this.stream.has('reset')) this.resets++;
    return Number(/^retry: (\d+)$/m.exec(this.stream.messages.at(-1) ?? '')?.[1] ?? 1000);
  }
}

/** Restarts the API ten times under a hundred open streams and a writer. In the end, each reader must have all events of the table. */
export async function drillStreams(databaseUrl: string): Promise<readonly Finding[]> {
  const api = await ApiProcess.start({ DATABASE_URL: databaseUrl });
  const readers = Array.from({ length: READERS }, () => new ReturningReader());
  const reading = readers.map((reader) => reader.readOn(api));
  await sleep(BETWEEN_MS);
  let isWriting = true;
  const writing = (async () => {
    for (let n = 0; isWriting; n++) {
      await fileTicket(api, `Under streams ${n}`).then(
        (response) => response.arrayBuffer(),
        () => undefined, // the API is down
      );
      await sleep(20);
    }
  })();
  const stops: number[] = [];
  for (let turn = 0; turn < RESTARTS; turn++) {
    await sleep(BETWEEN_MS);
    const start = performance.now();
    await api.stop();
    stops.push(performance.now() - start);
    await api.start();
  }
  isWriting = false;
  await writing;
  const stored = (await runSql(databaseUrl, 'SELECT id::int FROM ticket_events')).map(({ id }) => Number(id));
  const missing = await waitForAll(readers, stored);
  readers.forEach((reader) => reader.stop());
  await Promise.all(reading);
  await api.stop();
  const sum = (count: (reader: ReturningReader) => number) =>
    readers.reduce((total, reader) => total + count(reader), 0);
  return [
    {
      what: 'slowest of ten stops under 100 streams',
      measured: Math.round(Math.max(...stops)),
      unit: 'ms',
      atMost: 1000,
    },
    { what: 'streams that broke instead of ending', measured: sum(({ broken }) => broken), unit: '', atMost: 0 },
    { what: 'readers that had to read everything again', measured: sum(({ resets }) => resets), unit: '', atMost: 0 },
    { what: 'events that readers miss', measured: missing, unit: `of ${READERS} × ${stored.length}`, atMost: 0 },
  ];
}

/** Waits until the readers have all events, up to half a minute. Returns the number of missing ones. */
async function waitForAll(readers: readonly ReturningReader[], stored: readonly number[]): Promise<number> {
  for (const end = performance.now() + CATCH_UP_MS; ;) {
    readers.forEach((reader) => reader.collect());
    const missing = readers.reduce((sum, { events }) => sum + stored.filter((id) => !events.has(id)).length, 0);
    if (missing === 0 || performance.now() > end) return missing;
    await sleep(200);
  }
}
