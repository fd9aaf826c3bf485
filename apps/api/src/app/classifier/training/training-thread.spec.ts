import { once } from 'node:events';
import { MessageChannel } from 'node:worker_threads';
import type { DecidedCategory } from '../../suggestions';
import { type ToThread, train } from './training-thread';

const decision = (description: string): DecidedCategory => ({
  title: '',
  description,
  category: 'billing',
  chosenAt: '2026-11-01T10:00:00.000Z',
});

/** Sends batches of decisions until the training has enough, and returns how many it took of them, and how many it trained on. */
async function take(limits: { decisions: number; characters: number }, batches: readonly DecidedCategory[][]) {
  const { port1: thread, port2: port } = new MessageChannel();
  try {
    train(thread, { countries: [] }, limits);
    const ask = async (message: ToThread): Promise<unknown> => {
      port.postMessage(message);
      return ((await once(port, 'message')) as unknown[])[0];
    };
    const answers: unknown[] = [];
    for (const decisions of batches) if (answers.at(-1) !== 'enough') answers.push(await ask({ decisions }));
    return { answers, result: await ask('end') };
  } finally {
    port.close();
  }
}

const batches = [
  [decision('one'), decision('two')],
  [decision('three'), decision('four')],
  [decision('five'), decision('six')],
];

it('takes all decisions below the limits', async () => {
  const { answers, result } = await take({ decisions: 6, characters: 100 }, batches);
  expect(answers).toEqual(['more', 'more', 'more']);
  expect(result).toMatchObject({ decisions: 6 });
});

it('takes no more decisions than a training may', async () => {
  const { answers, result } = await take({ decisions: 3, characters: 100 }, batches);
  expect(answers).toEqual(['more', 'enough']);
  expect(result).toMatchObject({ decisions: 3 });
});

it('takes no more characters than a training may', async () => {
  const { answers, result } = await take({ decisions: 100, characters: 12 }, batches);
  expect(answers).toEqual(['more', 'enough']);
  expect(result).toMatchObject({ decisions: 3 });
});
