import { join } from 'node:path';
import { decisionsOfDesk, trainWithBuilt } from '@docket/testing';
import { DIST } from './support/server';

const WORKER = join(DIST, 'api/train-worker.js');

it('trains a model in a thread of the built program', async () => {
  const { decisions, metrics, parameters } = await trainWithBuilt(WORKER, decisionsOfDesk(300));

  expect(decisions).toBe(300);
  expect(metrics).toMatchObject({ n: 30, right: 30 });
  expect(metrics.rightBefore).toBeLessThan(30);
  // gzip magic number
  expect([...parameters!.subarray(0, 2)]).toEqual([0x1f, 0x8b]);
  expect(parameters!.length).toBeGreaterThan(1000);
});
