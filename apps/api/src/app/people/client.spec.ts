import type { FastifyRequest } from 'fastify';
import { clientOf } from './client';

const userAgentOf = (userAgent?: string) =>
  clientOf({ ip: '::1', id: 'a', headers: { 'user-agent': userAgent } } as unknown as FastifyRequest).userAgent;

it.each([
  ['Mozilla/5.0 (X11; Linux x86_64)', 'Mozilla/5.0 (X11; Linux x86_64)'],
  ['Safari\u0080\u009b31mred\u009f', 'Safari 31mred'],
  ['a\tb\u0000c\u007fd', 'a b c d'],
  [undefined, ''],
])('keeps no control characters of a User-Agent: %j', (header, userAgent) => {
  expect(userAgentOf(header)).toBe(userAgent);
});

it('keeps at most 500 characters', () => {
  expect(userAgentOf('x'.repeat(501))).toHaveLength(500);
});
