import fastify from 'fastify';
import { positionOf, sendPositions } from './client-position';

describe('the position that a request asks for', () => {
  it.each([
    ['by the header', { 'docket-position': '16/B374D848' }, 0x16b374d848n],
    ['by the cookie', { cookie: 'docket-3000=secret; docket-position=0/2A' }, 0x2an],
    ['by both: the header counts', { 'docket-position': '0/1', cookie: 'docket-position=0/2A' }, 1n],
    ['not', {}, undefined],
    ['by something else', { 'docket-position': 'newest', cookie: 'docket-position=0/2A' }, undefined],
  ])('%s', (_how, headers, expected) => expect(positionOf({ headers })).toBe(expected));
});

describe('the position of a change', () => {
  const read = jest.fn(() => Promise.resolve('16/B374D848'));
  const server = fastify();
  beforeAll(async () => {
    sendPositions(server, read, true);
    server.post('/api/tickets/', () => ({ id: 7 }));
    server.post('/api/refused', (_request, reply) => reply.status(409).send({}));
    server.get('/api/tickets/', () => []);
    await server.ready();
  });
  beforeEach(() => read.mockClear());
  afterAll(() => server.close());

  it('is a header and a cookie', async () => {
    const { headers } = await server.inject({ method: 'POST', url: '/api/tickets/' });

    expect(headers['docket-position']).toBe('16/B374D848');
    expect(headers['set-cookie']).toBe(
      'docket-position=16/B374D848; Max-Age=60; Path=/api; HttpOnly; Secure; SameSite=Strict',
    );
  });

  it.each([
    ['GET', '/api/tickets/'],
    ['POST', '/api/refused'],
    ['POST', '/api/unknown'],
  ] as const)('is not asked for after %s %s', async (method, url) => {
    const { headers } = await server.inject({ method, url });

    expect(headers).not.toHaveProperty('docket-position');
    expect(read).not.toHaveBeenCalled();
  });

  it('is left out if the database does not tell it: the change was made', async () => {
    read.mockRejectedValueOnce(new Error('Connection terminated'));
    const { statusCode, headers } = await server.inject({ method: 'POST', url: '/api/tickets/' });

    expect(statusCode).toBe(200);
    expect(headers).not.toHaveProperty('docket-position');
  });
});
