import { once } from 'node:events';
import { type AddressInfo, type Server, type Socket, createServer } from 'node:net';
import { Settings } from '../../platform/config/settings';
import { WebhookRequest } from './webhook-request';

/** Bytes of a response that the log keeps. */
const ANSWER_BYTES = 1024;

let server: Server | undefined;
afterEach(async () => {
  jest.restoreAllMocks();
  await new Promise((resolve) => server?.close(resolve));
});

/**
 * Sends a delivery to a receiver that writes the pieces that `answer` yields, each after the previous one was sent.
 * @returns the attempt, and the number of bytes that the receiver wrote before the connection ended
 */
async function sendTo(answer: () => Iterable<string>, stop = new AbortController().signal) {
  let written = 0;
  const trickle = async (socket: Socket) => {
    for (const piece of answer()) {
      if (!socket.writable) return;
      await new Promise((resolve) => socket.write(piece, resolve));
      written += piece.length;
      await new Promise(setImmediate);
    }
  };
  const ended: Promise<unknown>[] = [];
  server = createServer((socket) => {
    socket.on('error', () => undefined);
    ended.push(new Promise((resolve) => socket.once('close', resolve)), trickle(socket));
    socket.resume();
  });
  await once(server.listen(0, '127.0.0.1'), 'listening');
  const host = `127.0.0.1:${(server.address() as AddressInfo).port}`;
  const requests = new WebhookRequest(Object.assign(new Settings(), { WEBHOOK_PRIVATE: host }));
  const attempt = await requests.send(new URL(`http://${host}/hook`), {}, '{}', stop);
  await Promise.all(ended);
  return { attempt, written };
}

/** Replaces the deadline of an attempt by a manual one. */
function useDeadline() {
  const deadline = new AbortController();
  const timeout = jest.spyOn(AbortSignal, 'timeout').mockReturnValue(deadline.signal);
  return { end: () => deadline.abort(new DOMException('', 'TimeoutError')), timeout };
}

const HEAD = 'HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n';

function* endless(piece: string, start = ''): Iterable<string> {
  yield start;
  for (;;) yield piece;
}

describe('a receiver that answers one byte at a time', () => {
  it.each([
    ['in its status line', 'HTTP/1.1 200 ', 'A'],
    ['in a header', `${HEAD}X-Slow: `, 'A'],
    ['in its body', `${HEAD}Content-Length: 1000\r\n\r\n`, 'A'],
    ['in the size of a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n`, '0'],
  ])('loses the connection at the deadline of the whole try, %s', async (_case, start, piece) => {
    const deadline = useDeadline();

    const { attempt } = await sendTo(function* () {
      yield* [start, ...piece.repeat(100)];
      deadline.end();
      yield* piece.repeat(100); // and then nothing more: without the deadline, the attempt would never end
    });

    expect(deadline.timeout.mock.calls).toEqual([[15_000]]);
    expect(attempt).toMatchObject({ error: 'No complete answer within 15 s', retryAfterMs: 0 });
    expect(attempt.status).toBeUndefined();
  });

  it('loses it after the part of the answer that the log keeps, long before the deadline', async () => {
    const { timeout } = useDeadline();

    const { attempt, written } = await sendTo(() => endless('x', `${HEAD}Content-Length: 1000000000\r\n\r\n`));

    expect(timeout).toHaveBeenCalledTimes(1);
    expect(attempt).toMatchObject({ status: 200, answer: 'x'.repeat(ANSWER_BYTES) });
    expect(written).toBeLessThan(100_000);
  });

  it.each([
    ['headers', `${HEAD}X-Endless: `, 'A'.repeat(100), /Header overflow/],
    ['extensions of a chunk', `${HEAD}Transfer-Encoding: chunked\r\n\r\n1;`, 'a'.repeat(100), /aborted/],
  ])('loses it if it sends endless %s', async (_case, start, piece, error) => {
    useDeadline();

    const { attempt, written } = await sendTo(() => endless(piece, start));

    expect(attempt.status).toBeUndefined();
    expect(attempt.error).toMatch(error);
    expect(written).toBeLessThan(1_000_000);
  });

  it('loses it when Docket stops', async () => {
    useDeadline();
    const stop = new AbortController();

    const { attempt } = await sendTo(function* () {
      yield `${HEAD}Content-Length: 1000\r\n\r\n`;
      stop.abort();
      yield* endless('A');
    }, stop.signal);

    expect(attempt.error).toBe('The server stopped during the try');
  });
});

describe('a receiver that never gives a final answer', () => {
  it.each([
    ['of a WebSocket', 'Connection: Upgrade\r\nUpgrade: websocket\r\n'],
    ['without an Upgrade', ''],
  ])('has failed with the status 101 %s, and loses the connection', async (_case, headers) => {
    useDeadline();

    const { attempt } = await sendTo(() => endless('A', `HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n`));

    expect(attempt).toMatchObject({ status: 101, answer: '', retryAfterMs: 0 });
    expect(attempt.error).toBeUndefined();
  });

  it('loses the connection at the deadline after an early hint', async () => {
    const deadline = useDeadline();

    const { attempt } = await sendTo(function* () {
      yield 'HTTP/1.1 103 Early Hints\r\n\r\n';
      deadline.end();
    });

    expect(attempt).toMatchObject({ error: 'No complete answer within 15 s', retryAfterMs: 0 });
  });
});

it('makes no connection for a try that begins while Docket stops', async () => {
  const requests = new WebhookRequest(Object.assign(new Settings(), { WEBHOOK_PRIVATE: '127.0.0.1:9' }));

  const attempt = await requests.send(new URL('http://127.0.0.1:9/'), {}, '{}', AbortSignal.abort());

  expect(attempt.error).toBe('The server stopped during the try');
});
