import { requestId } from './request-id';

it("keeps the caller's own id", () => {
  expect(requestId({ headers: { 'x-request-id': 'proxy:4f.2-a' } })).toBe('proxy:4f.2-a');
});

it.each([undefined, '', 'a b', 'a\nb', 'é', 'x'.repeat(101)])('makes a new id in the place of %j', (given) => {
  expect(requestId({ headers: { 'x-request-id': given } })).toMatch(/^[0-9a-f-]{36}$/);
});
