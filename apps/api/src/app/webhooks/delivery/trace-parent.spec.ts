import { randomUUIDv7 } from 'node:crypto';
import { traceIdOf } from '../../platform/logging/trace-id';
import { traceParentOf } from './trace-parent';

it('is valid, the same trace for all tries of a delivery, and another span for each', () => {
  const id = randomUUIDv7();
  const tries = [traceParentOf(id), traceParentOf(id)];

  for (const traceparent of tries) expect(traceIdOf({ headers: { traceparent } })).toBe(id.replaceAll('-', ''));
  expect(new Set(tries).size).toBe(2);
});
