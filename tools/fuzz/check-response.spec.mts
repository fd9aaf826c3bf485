import { asCurl } from './as-curl.mts';
import { ResponseCheck } from './check-response.mts';
import { Contract } from './contract.mts';

const problem = { content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } } };
const check = new ResponseCheck(
  new Contract({
    components: { schemas: { Problem: { type: 'object', required: ['title'] } }, responses: { Invalid: problem } },
    paths: { '/a': { get: { responses: { 200: {}, 400: { $ref: '#/components/responses/Invalid' } } } } },
  }),
);
const REQUEST = { isValid: false, method: 'GET', target: '/a?x=1', headers: {} };
const headers = { 'content-type': 'application/problem+json; charset=utf-8' };

it.each([
  [{ status: 200, headers: {}, body: '' }, undefined],
  [{ status: 400, headers, body: '{"title":"no"}' }, undefined],
  [{ status: 400, headers, body: '{}' }, "data must have required property 'title'"],
  [{ status: 400, headers, body: 'no' }, 'a body that is not JSON: no'],
  [{ status: 400, headers: { 'content-type': 'text/plain' }, body: 'no' }, 'the undeclared content type text/plain'],
  [{ status: 400, headers, body: `{"title":"${'x'.repeat(65_536)}"}` }, 'an error of 65548 bytes'],
  [{ status: 409, headers, body: '{}' }, 'status 409, which the operation does not declare'],
  [{ status: 500, headers, body: '{}' }, 'status 500'],
])('compares %j with the document', (response, mismatch) => {
  expect(check.mismatch(REQUEST, response)).toBe(mismatch);
});

it('requires a valid request to be accepted', () => {
  const response = { status: 400, headers, body: '{"title":"no"}' };

  expect(check.mismatch({ ...REQUEST, isValid: true }, response)).toBe('status 400 for a valid request');
});

it('writes a request as a command', () => {
  const request = { ...REQUEST, method: 'POST', headers: { x: '' }, body: "it's" };

  expect(asCurl('http://desk', request)).toBe(
    String.raw`curl -i --path-as-is -X POST -H 'x;' --data-binary 'it'\''s' -- 'http://desk/a?x=1'`,
  );
});
