import { returnPath } from './return-path';

const ORIGIN = 'https://desk.example';

it.each([
  '/',
  '/tickets',
  '/tickets/7?status=open&search=a%20b#x',
  '/settings/profile',
  '/apis',
  '/%61pis',
  '/a%20b',
  '/tickets?search=100%',
  '/sign-in',
])('leads to %s', (path) => expect(returnPath(path, ORIGIN)).toBe(path));

it.each([
  undefined,
  '',
  'tickets',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/.//evil.example',
  '/..//evil.example',
  '/a/..//evil.example',
  '/%2e//evil.example',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  'https://evil.example',
  'https://desk.example/tickets',
  'javascript:alert(1)',
  '/api/auth/oidc/start',
  '/API/session',
  '/x/../api/session',
  '/%61pi/session',
  '/a%50I',
  '/api%2Fsession',
  '/tickets/100%',
  '/%ff',
  `/${'x'.repeat(2000)}`,
])('leads to the list instead of %j', (path) => expect(returnPath(path, ORIGIN)).toBe('/tickets'));
