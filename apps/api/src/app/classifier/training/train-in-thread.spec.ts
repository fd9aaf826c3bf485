import type { TicketCategory } from '@docket/domain';
import { readFileSync, readdirSync } from 'node:fs';
import type { DecidedCategory } from '../../suggestions';
import { LearnedModel } from '../learned/learned-model';
import { deserializeModel } from '../learned/serialized-model';
import { trainInThread } from './train-in-thread';

const SUBJECTS: Readonly<Record<string, string>> = { billing: 'invoice', technical: 'server', account: 'password' };
const FILLERS = ['please', 'today', 'again', 'we', 'have', 'about', 'our', 'the'];

const decisions = (count: number): DecidedCategory[] =>
  Array.from({ length: count }, (_, n) => {
    const category = Object.keys(SUBJECTS)[n % 3] as TicketCategory;
    return {
      title: `${FILLERS[n % 8]} ${SUBJECTS[category]}`,
      description: `${FILLERS[(n >> 3) % 8]} write to jo@example.com`,
      category,
      chosenAt: `2026-11-01T${String(10 + (n % 10))}:00:00.000Z`,
    };
  });

async function* inBatches(all: readonly DecidedCategory[], onRead?: () => void): AsyncGenerator<DecidedCategory[]> {
  for (let start = 0; start < all.length; start += 100) {
    onRead?.();
    yield await Promise.resolve(all.slice(start, start + 100));
  }
}

const { signal } = new AbortController();
const INPUT = { countries: [] };

it('trains a model from batches, the same one each time', async () => {
  const one = await trainInThread(INPUT, inBatches(decisions(300)), signal);
  const other = await trainInThread(INPUT, inBatches(decisions(300)), signal);

  expect(one).toMatchObject({ decisions: 300, metrics: { n: 30, right: 30 } });
  expect(Buffer.from(one.parameters!).equals(Buffer.from(other.parameters!))).toBe(true);
  const model = new LearnedModel(await deserializeModel(one.parameters!));
  expect(model.suggest('about our invoice')?.category).toBe('billing');
});

it('gives way to the threads that respond to requests', async () => {
  if (process.platform !== 'linux') return; // no priority of a thread
  const seen: number[][] = [];
  await trainInThread(
    INPUT,
    inBatches(decisions(300), () => seen.push(niceness())),
    signal,
  );

  expect(seen.at(-1)).toContain(10);
  expect(mainThreadNiceness()).toBeLessThan(10);
});

/** How much each thread of this process gives way to others: 0 is usual, 19 the most. */
const niceness = () => readdirSync('/proc/self/task').map((thread) => nicenessIn(`/proc/self/task/${thread}/stat`));
const mainThreadNiceness = () => nicenessIn('/proc/self/stat');
/** Field 19 of proc(5), counted after the name in parentheses. */
const nicenessIn = (path: string) => Number(readFileSync(path, 'utf8').split(') ')[1]?.split(' ')[16]);

it('stops when it is told to', async () => {
  const stopping = new AbortController();
  const training = trainInThread(
    INPUT,
    inBatches(decisions(400), () => stopping.abort()),
    stopping.signal,
  );

  await expect(training).rejects.toThrow('stopped');
});

it('fails with the error of the thread', async () => {
  const broken = [{ title: 5, category: 'billing', chosenAt: '' }] as unknown as DecidedCategory[];

  await expect(trainInThread(INPUT, inBatches(broken), signal)).rejects.toThrow('trim');
});
