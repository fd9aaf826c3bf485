import { TestBed } from '@angular/core/testing';
import { Router, provideRouter } from '@angular/router';
import { ownPath } from './own-path';

function resolve(value: string | null): string {
  TestBed.configureTestingModule({ providers: [provideRouter([])] });
  const router = TestBed.inject(Router);
  return ownPath(value, (url) => router.parseUrl(url)).toString();
}

it.each(['/tickets', '/tickets/7?status=open&search=a%20b', '/dashboard', '/', '/sign-ins'])(
  'returns to %s',
  (path) => {
    expect(resolve(path)).toBe(path);
  },
);

it.each([
  null,
  '',
  'tickets',
  '//evil.example',
  '///evil.example',
  '/\\evil.example',
  '/tickets\\..\\evil',
  '/\t/evil.example',
  '/\n/evil.example',
  '\t//evil.example',
  ' //evil.example',
  'https://evil.example',
  'javascript:alert(1)',
  '/sign-in',
  '/sign-in?return_to=/sign-in',
  '/set-up#token',
  '/not-allowed',
])('leads to the list instead of %j', (value) => {
  expect(resolve(value)).toBe('/tickets');
});

it('leads to the start page instead of a malformed path', () => {
  jest.spyOn(console, 'warn').mockImplementation(); // the router logs it

  expect(resolve('/%')).toBe('/');
});
