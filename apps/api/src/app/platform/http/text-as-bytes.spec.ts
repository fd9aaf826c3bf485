import fastify from 'fastify';
import { sendTextAsBytes, utf8 } from './text-as-bytes';

it.each(['', 'ASCII', 'Zürich', 'Łódź', '日本', '🎫 a ticket', 'half \ud800', '\u0000\u001e\u2028'])(
  'encodes %j as Node does',
  (text) => {
    expect(utf8(text)).toEqual(Buffer.from(text));
  },
);

it('answers with JSON and its length', async () => {
  const server = fastify();
  sendTextAsBytes(server);
  server.get('/', async () => [{ title: 'Überweisung nach Łódź', half: '\ud800' }]);

  const { headers, payload } = await server.inject('/');

  expect(headers).toMatchObject({
    'content-type': 'application/json; charset=utf-8',
    'content-length': `${Buffer.byteLength(payload)}`,
  });
  expect(payload).toBe(String.raw`[{"title":"Überweisung nach Łódź","half":"\ud800"}]`);
});
