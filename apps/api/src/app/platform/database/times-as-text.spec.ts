import { types } from 'pg';
import { toRfc3339 } from './times-as-text';

it.each([
  ['2026-03-01 09:30:00+00', '2026-03-01T09:30:00.000Z'],
  ['2026-03-01 09:30:00.5+00', '2026-03-01T09:30:00.500Z'],
  ['2026-03-01 09:30:00.123+00', '2026-03-01T09:30:00.123Z'],
  ['0001-01-01 00:00:00+00', '0001-01-01T00:00:00.000Z'],
  ['9999-12-31 23:59:59.999+00', '9999-12-31T23:59:59.999Z'],
  ['2026-03-01 09:30:00.123456+00', '2026-03-01T09:30:00.123Z'],
  ['2026-03-01 15:00:00.5+05:30', '2026-03-01T09:30:00.500Z'],
])('converts %s to %s, like the driver', (text, time) => {
  expect(toRfc3339(text)).toBe(time);
  const parse = types.getTypeParser(types.builtins.TIMESTAMPTZ) as (text: string) => Date;
  expect(parse(text).toISOString()).toBe(time);
});
