import { HttpException, NotFoundException } from '@nestjs/common';
import { QueryFailedError } from 'typeorm';
import { InvalidInputException } from './invalid-input.exception';
import { toProblem } from './problem';

const REQUEST = { id: 'abc', url: '/api/tickets/?search=secret' };

describe('toProblem', () => {
  it('describes a client error in full', () => {
    const { document } = toProblem(new NotFoundException('Ticket 7 does not exist'), REQUEST);

    expect(document).toMatchObject({
      status: 404,
      detail: 'Ticket 7 does not exist',
      instance: '/api/tickets/',
      request_id: 'abc',
    });
  });

  it('lists every invalid field', () => {
    const errors = [
      { pointer: '/title', detail: 'is required' },
      { parameter: 'limit', detail: 'is odd' },
    ];

    const { document } = toProblem(new InvalidInputException(errors), REQUEST);

    expect(document).toMatchObject({ status: 400, detail: 'title is required; limit is odd', errors });
  });

  it('names the trace of the client, and makes none up', () => {
    const traceparent = '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01';

    const traced = toProblem(new NotFoundException(), { ...REQUEST, headers: { traceparent } });
    const untraced = toProblem(new NotFoundException(), { ...REQUEST, headers: { traceparent: 'a' } });

    expect(traced.document.trace_id).toBe('4bf92f3577b34da6a3ce929d0e0e4736');
    expect(untraced.document).not.toHaveProperty('trace_id');
  });

  it("does not repeat a library's message", () => {
    const fromFastify = new HttpException('Unsupported Media Type: a/b', 415, { cause: new Error() });

    expect(toProblem(fromFastify, REQUEST).document).toMatchObject({
      status: 415,
      type: '/problems/unsupported-media-type',
    });
    expect(toProblem(fromFastify, REQUEST).document.detail).not.toContain('a/b');
  });

  it('sends Retry-After if the database is unavailable or two writers conflict', () => {
    for (const code of ['ECONNREFUSED', '40P01']) {
      const { document, headers } = toProblem(Object.assign(new Error('no'), { code }), REQUEST);

      expect(document).toMatchObject({ status: 503, type: '/problems/unavailable' });
      expect(Number(headers['Retry-After'])).toBeGreaterThan(0);
    }
  });

  it.each([
    new QueryFailedError('SELECT secret', ['key'], new Error('syntax error near secret')),
    new HttpException('secret', 500),
    new TypeError('secret is not a function'),
    'secret',
    undefined,
    { statusCode: 500, message: 'secret' },
  ])('reveals nothing of %p', (error) => {
    const { document } = toProblem(error, REQUEST);

    expect(document.status).toBe(500);
    expect(JSON.stringify(document)).not.toMatch(/secret|key|SELECT/);
  });

  it.each([
    ['/a b"<%zz%20é[1]', '/a%20b%22%3C%25zz%20%C3%A9%5B1%5D'],
    ['/api/tickets/%', '/api/tickets/%25'],
  ])('writes the path %s as a URI reference', (url, instance) => {
    expect(toProblem(undefined, { id: 'a', url }).document.instance).toBe(instance);
  });
});
