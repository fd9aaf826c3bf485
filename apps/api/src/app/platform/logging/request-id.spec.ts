import { requestId } from './request-id';

it("keeps the client's id", () => {
  expect(requestId({ headers: { 'x-request-id': 'proxy:4f.2-a' } })).toBe('proxy:4f.2-a');
});

it.each([undefined, '', 'a b', 'a\nb', 'é', 'x'.repeat(101)])('replaces the invalid id %j', (clientId) => {
  expect(requestId({ headers: { 'x-request-id': clientId } })).toMatch(/^[0-9a-f-]{36}$/);
});
