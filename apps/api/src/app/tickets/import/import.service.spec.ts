import 'reflect-metadata';
import { Readable } from 'node:stream';
import type { ImportFile } from './import-file';
import { ImportService } from './import.service';
import type { ImportedTickets } from './imported-tickets';
import type { ImportedTicket } from './row-checker';

const GOOD = { title: 'Cannot sign in', description: 'No code arrives', category: 'account', priority: 'high' };
const lines = (count: number, fields = {}) => (JSON.stringify({ ...GOOD, ...fields }) + '\n').repeat(count);

/** A store that keeps the sizes of the batches, and may fail at one of them. */
function storeOf(sizes: number[], failure?: { at: number; error: Error }): ImportedTickets {
  const insert = async (tickets: readonly ImportedTicket[]) => {
    if (failure?.at === sizes.length) throw failure.error;
    sizes.push(tickets.length);
  };
  return { insert } as ImportedTickets;
}

function fileOf(text: string, signal = new AbortController().signal): ImportFile {
  return { format: 'ndjson', content: Readable.from([Buffer.from(text)]), signal };
}

describe('ImportService', () => {
  it('stores few rows at a time', async () => {
    const sizes: number[] = [];

    await new ImportService(storeOf(sizes)).importFile(fileOf(lines(600)), {});

    expect(sizes).toEqual([250, 250, 100]);
  });

  it('stores fewer rows at a time when their texts are long', async () => {
    const sizes: number[] = [];

    await new ImportService(storeOf(sizes)).importFile(fileOf(lines(7, { description: 'x'.repeat(90_000) })), {});

    expect(sizes).toEqual([3, 3, 1]);
  });

  it('says how many rows are stored when the database goes away', async () => {
    const store = storeOf([], { at: 2, error: Object.assign(new Error('gone'), { code: 'ECONNREFUSED' }) });

    await expect(new ImportService(store).importFile(fileOf(lines(600)), {})).rejects.toMatchObject({
      status: 503,
      message: expect.stringContaining('Imported before that: 500'),
    });
  });

  it('lets any other failure through as it is', async () => {
    const error = new Error('a bug');

    await expect(new ImportService(storeOf([], { at: 0, error })).importFile(fileOf(lines(1)), {})).rejects.toBe(error);
  });

  it('stops after a batch when nobody waits for the answer any more', async () => {
    const sizes: number[] = [];

    const work = new ImportService(storeOf(sizes)).importFile(fileOf(lines(600), AbortSignal.abort()), {});

    await expect(work).rejects.toMatchObject({ status: 400 });
    expect(sizes).toEqual([250]);
  });
});
