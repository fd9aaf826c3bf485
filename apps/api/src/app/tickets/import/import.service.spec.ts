import 'reflect-metadata';
import { Readable } from 'node:stream';
import { eventually } from '@docket/testing';
import { textContaining } from '../../../testing/matchers';
import type { ImportFile } from './import-file';
import { readImportMap } from './meaning/import-map';
import { ImportService } from './import.service';
import { ImportedTickets } from './imported-tickets';
import { Shutdown } from '../../platform/context/shutdown';
import { ResumableRequests } from '../../platform/idempotency/resumable-requests';
import type { Transactions } from '../../platform/database/transactions';
import { LOCAL_ACTOR } from '../../platform/context/actor';
import { Assignees } from '../../people';
import { TeamsService } from '../../teams';
import { Colleagues } from './colleagues';
import { Requesters } from '../../requesters';
import type { TicketWriter } from '../write/ticket-writer';

/** Not used, because every row is stored. */
const NO_DATABASE = undefined as unknown as Transactions;
const NOBODY = new Colleagues(new Assignees(NO_DATABASE), new TeamsService(NO_DATABASE));
const OPTIONS = { defaults: {}, titleIsDescription: false, map: readImportMap([]), isCheck: false, isPartial: false };
const VALID = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };
const lines = (count: number, fields = {}) => (JSON.stringify({ ...VALID, ...fields }) + '\n').repeat(count);

/** An import whose writer records the size of each batch and can fail at one of them. */
function importInto(
  sizes: number[],
  failure?: { at: number; error: Error },
  shutdown = new Shutdown(),
  afterBatch?: () => void,
): (file: ImportFile) => Promise<unknown> {
  const createMany: TicketWriter['createMany'] = (_actor, tickets) => {
    if (failure?.at === sizes.length) return Promise.reject(failure.error);
    sizes.push(tickets.length);
    afterBatch?.();
    return Promise.resolve([]);
  };
  const service = new ImportService(
    new ImportedTickets({ createMany } as unknown as TicketWriter, NO_DATABASE, new Requesters(NO_DATABASE), NOBODY),
    NOBODY,
    shutdown,
    NO_DATABASE,
    new ResumableRequests(NO_DATABASE),
  );
  return (file) => service.importFile(LOCAL_ACTOR, file, OPTIONS);
}

function fileOf(text: string, signal = new AbortController().signal): ImportFile {
  return {
    format: 'ndjson',
    content: Readable.from([Buffer.from(text)]),
    signal,
    recheckAccess: () => Promise.resolve(),
  };
}

describe('ImportService', () => {
  it('stores 250 rows at a time', async () => {
    const sizes: number[] = [];

    await importInto(sizes)(fileOf(lines(600)));

    expect(sizes).toEqual([250, 250, 100]);
  });

  it('stores fewer rows at a time if their texts are long', async () => {
    const sizes: number[] = [];

    await importInto(sizes)(fileOf(lines(7, { description: 'x'.repeat(90_000) })));

    expect(sizes).toEqual([3, 3, 1]);
  });

  it('lets other work run while it reads the rows of one chunk', async () => {
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);

    await importInto([])(fileOf('{}\n'.repeat(5000)));
    clearImmediate(timer);

    expect(turns).toBeGreaterThanOrEqual(5000 / 250);
  });

  it.each([
    ['chunks that have all arrived', (row: string) => row.match(/.{1,65536}/gs) ?? []],
    ['a chunk', (row: string) => [row]],
  ])('lets other work run after each 64 kB of %s', async (_name, chunksOf) => {
    let turns = 0;
    const count = () => {
      turns++;
      timer = setImmediate(count);
    };
    let timer = setImmediate(count);
    const file = lines(40, { description: 'x'.repeat(40_000) });
    const content = Readable.from(chunksOf(file).map((chunk) => Buffer.from(chunk)));

    await importInto([])({ ...fileOf(''), content });
    clearImmediate(timer);

    expect(turns).toBeGreaterThanOrEqual(Math.floor(file.length / 131_072));
  });

  it('reports the number of stored rows if the database becomes unavailable', async () => {
    const run = importInto([], { at: 2, error: Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }) });

    await expect(run(fileOf(lines(600)))).rejects.toMatchObject({
      status: 503,
      message: textContaining('Imported before that: 500'),
    });
  });

  it('stops after the current batch if the server stops, and names the last stored line', async () => {
    const sizes: number[] = [];
    const shutdown = new Shutdown();

    const work = importInto(sizes, undefined, shutdown, () => shutdown.onModuleDestroy())(fileOf(lines(600)));

    await expect(work).rejects.toMatchObject({
      status: 503,
      message: 'The server is stopping. Imported before that: 250, up to the row of line 250',
    });
    expect(sizes).toEqual([250]);
  });

  it('names the last stored row of a JSON document, which may be one line', async () => {
    const shutdown = new Shutdown();
    const document = JSON.stringify({ tickets: Array.from({ length: 600 }, () => VALID) });

    const work = importInto([], undefined, shutdown, () => shutdown.onModuleDestroy())({
      ...fileOf(document),
      format: 'json',
    });

    await expect(work).rejects.toMatchObject({
      status: 503,
      message: 'The server is stopping. Imported before that: 250, up to row 250',
    });
  });

  it('stores what has arrived if the server stops while the client sends nothing, and names the last stored line', async () => {
    const sizes: number[] = [];
    const shutdown = new Shutdown();
    const content = new Readable({ read: () => undefined });
    content.push(lines(50));

    const work = importInto(sizes, undefined, shutdown)({ ...fileOf(''), content });
    await eventually(() => content.readableLength === 0);
    shutdown.onModuleDestroy();

    await expect(work).rejects.toMatchObject({
      status: 503,
      message: 'The server is stopping. Imported before that: 50, up to the row of line 50',
    });
    expect(sizes).toEqual([50]);
  });

  it('rethrows any other error unchanged', async () => {
    const error = new Error('a bug');

    await expect(importInto([], { at: 0, error })(fileOf(lines(1)))).rejects.toBe(error);
  });

  it('stops after the current batch if the client has disconnected', async () => {
    const sizes: number[] = [];

    const work = importInto(sizes)(fileOf(lines(600), AbortSignal.abort()));

    await expect(work).rejects.toMatchObject({ status: 400 });
    expect(sizes).toEqual([250]);
  });
});
