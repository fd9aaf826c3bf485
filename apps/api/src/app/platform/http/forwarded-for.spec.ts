import { plainForwardedFor } from './forwarded-for';

it.each([
  ['203.0.113.9', '203.0.113.9'],
  ['203.0.113.9, 10.0.0.9', '203.0.113.9, 10.0.0.9'],
  ['203.0.113.9:50123,10.0.0.9:443', '203.0.113.9, 10.0.0.9'],
  ['[2001:db8::1]:443', '2001:db8::1'],
  ['[2001:db8::1]', '2001:db8::1'],
  ['fe80::1%eth0', 'fe80::1'],
  ['::ffff:203.0.113.9', '::ffff:203.0.113.9'],
  [',, 203.0.113.9 ,', '203.0.113.9'],
])('keeps the addresses of %s', (header, plain) => {
  expect(plainForwardedFor(header)).toBe(plain);
});

it.each([
  ['unknown', ''],
  ['unknown, 203.0.113.9', '203.0.113.9'],
  ['198.51.100.7, unknown, 203.0.113.9', '203.0.113.9'],
  ['203.0.113.9, unknown', ''],
  ["203.0.113.9', DROP", ''],
  ['999.1.1.1', ''],
  ['203.0.113.9 10.0.0.9', ''],
  ['\u001b[31m', ''],
])('does not believe %j', (header, plain) => {
  expect(plainForwardedFor(header)).toBe(plain);
});
