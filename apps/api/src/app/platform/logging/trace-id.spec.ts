import { traceIdOf } from './trace-id';

const TRACE = '4bf92f3577b34da6a3ce929d0e0e4736';
const PARENT = '00f067aa0ba902b7';
const traceOf = (traceparent: string | string[] | undefined) => traceIdOf({ headers: { traceparent } });

it.each([
  `00-${TRACE}-${PARENT}-01`,
  `00-${TRACE}-${PARENT}-00`,
  `01-${TRACE}-${PARENT}-01`,
  `cc-${TRACE}-${PARENT}-01-what-the-future-will-be-like`,
])('reads the trace of %s', (traceparent) => {
  expect(traceOf(traceparent)).toBe(TRACE);
});

it.each([
  undefined,
  '',
  TRACE,
  `00-${TRACE}-${PARENT}`,
  `00-${TRACE}-${PARENT}-01-more`,
  `00-${TRACE.toUpperCase()}-${PARENT}-01`,
  `00-${'0'.repeat(32)}-${PARENT}-01`,
  `00-${TRACE}-${'0'.repeat(16)}-01`,
  `ff-${TRACE}-${PARENT}-01`,
  `00-${TRACE}-${PARENT}-01, 00-${TRACE}-${PARENT}-01`,
  `cc-${TRACE}-${PARENT}-01.`,
  `cc-${TRACE}-${PARENT}-01-${'x'.repeat(300)}`,
  [`00-${TRACE}-${PARENT}-01`],
])('ignores the invalid %j', (traceparent) => {
  expect(traceOf(traceparent)).toBeUndefined();
});
