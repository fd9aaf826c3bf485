import type { LookupAddress } from 'node:dns';
import { type LookupFunction, Socket, type TcpNetConnectOpts, isIP } from 'node:net';
import { Settings } from '../../platform/config/settings';
import { WebhookRequest } from './webhook-request';

/** The hosts that were about to be connected to. The tests never reach the network: the last step before it is replaced. */
let reached: string[];
beforeEach(() => {
  reached = [];
  jest.spyOn(Socket.prototype, 'connect').mockImplementation(connectNowhere);
});
afterEach(() => jest.restoreAllMocks());

/** Resolves the host like the original, and then fails. */
function connectNowhere(this: Socket, options: unknown): Socket {
  const { host = '', lookup } = options as TcpNetConnectOpts;
  const end = (error: Error | null) => {
    if (!error) reached.push(host);
    this.destroy(error ?? new Error('reached'));
  };
  // Asynchronously, like the original.
  setImmediate(() => (lookup && !isIP(host) ? lookup(host, { all: true }, end) : end(null)));
  return this;
}

/** Requests whose host name resolves to the addresses of a list, one address per lookup. */
class TestRequest extends WebhookRequest {
  readonly asked: string[] = [];
  protected override readonly lookup: LookupFunction = (name, options, answer) => {
    this.asked.push(name);
    const addresses = (this.answers[this.asked.length - 1] ?? []).map((address): LookupAddress => ({
      address,
      family: address.includes(':') ? 6 : 4,
    }));
    if (options.all) answer(null, addresses);
    else answer(null, addresses[0]?.address ?? '', addresses[0]?.family ?? 0);
  };

  constructor(
    private readonly answers: readonly (readonly string[])[] = [],
    WEBHOOK_PRIVATE = '',
  ) {
    super(Object.assign(new Settings(), { WEBHOOK_PRIVATE }));
  }

  to(url: string) {
    return this.send(new URL(url), {}, '{}', new AbortController().signal);
  }
}

/** Addresses of private networks, in notations that filters of other products have let through. */
const PRIVATE = [
  // 127.0.0.1 as a whole number, in parts, octal, hexadecimal, mixed, with a dot at the end, encoded, and in other digits
  '127.0.0.1',
  '127.1',
  '127.0.1',
  '2130706433',
  '017700000001',
  '0177.0.0.1',
  '0177.1',
  '0x7f000001',
  '0x7f.1',
  '0x7f.0x0.0x0.0x1',
  '0x7f.0.01',
  '127.0.0.1.',
  '0x7f000001.',
  '%31%32%37.0.0.1',
  '①②⑦.⓪.⓪.①',
  '１２７.０.０.１',
  '127。0。0。1',
  '127.255.255.254',
  // other ranges of IPv4
  '0.0.0.0',
  '0',
  '0.1.2.3',
  '10.0.0.1',
  '100.64.0.1',
  '169.254.169.254',
  '0251.0376.0251.0376',
  '172.16.0.1',
  '192.0.0.1',
  '192.0.2.1',
  '192.88.99.1',
  '192.168.1.1',
  '0300.0250.1.1',
  '198.18.0.1',
  '224.0.0.1',
  '240.0.0.1',
  '255.255.255.255',
  '4294967295',
  // IPv6: loopback and unspecified, with an IPv4 address inside, translated, tunnelled, local, multicast and reserved
  '[::1]',
  '[0:0::0:1]',
  '[::]',
  '[::ffff:127.0.0.1]',
  '[::ffff:7f00:1]',
  '[0:0:0:0:0:ffff:a9fe:a9fe]',
  '[::127.0.0.1]',
  '[::ffff:0:7f00:1]',
  '[64:ff9b::7f00:1]',
  '[64:ff9b:1::7f00:1]',
  '[2002:7f00:1::]',
  '[2001::1]',
  '[fc00::1]',
  '[fd00:ec2::254]',
  '[fe80::1]',
  '[fec0::1]',
  '[ff02::1]',
  '[100::1]',
  '[2001:db8::1]',
];

describe('a receiver', () => {
  it.each(PRIVATE)('at %s gets no connection', async (host) => {
    const attempt = await new TestRequest().to(`https://${host}:9/`);

    expect(attempt.status).toBeUndefined();
    expect(attempt.error).toMatch(/not allowed/);
    expect(reached).toEqual([]);
  });

  it.each(['93.184.215.14', '[2606:2800:21f:cb07:6820:80da:af6b:8b2c]'])(
    'at the public address %s gets one',
    async (host) => {
      const warn = jest.spyOn(console, 'warn');

      const attempt = await new TestRequest().to(`https://${host}/`);

      expect(attempt.error).toBe('reached');
      expect(reached).toEqual([host.replace(/^\[(.*)\]$/, '$1')]);
      expect(warn).not.toHaveBeenCalled();
    },
  );

  it.each(['[fe80::1%25eth0]', '[fe80::1%eth0]', '[::1%25lo]', '127.0.0.1%00', '[::1].', '4294967296'])(
    'has no address like %s',
    (host) => {
      expect(URL.canParse(`https://${host}/`)).toBe(false);
    },
  );
});

describe('the name of a receiver', () => {
  it.each([
    ['localhost', ['127.0.0.1']],
    ['LOCALHOST.', ['::1']],
    ['ⓛⓞⓒⓐⓛⓗⓞⓢⓣ', ['127.0.0.1']],
    ['127.0.0.1.nip.example', ['127.0.0.1']],
    ['metadata.example', ['169.254.169.254']],
    ['mapped.example', ['::ffff:10.0.0.1']],
    ['embedded.example', ['::7f00:1']],
    ['public-first.example', ['93.184.215.14', '127.0.0.1']],
    ['private-first.example', ['fd00::1', '93.184.215.14']],
  ])('%s, which has a private address, gets no connection', async (name, addresses) => {
    const request = new TestRequest([addresses]);

    const attempt = await request.to(`https://${name}/`);

    expect(attempt.error).toMatch(/not allowed/);
    expect([reached, request.asked.length]).toEqual([[], 1]);
  });

  it('is resolved and checked again for each try, and once only, so that it cannot lead elsewhere after the check', async () => {
    const request = new TestRequest([['93.184.215.14'], ['127.0.0.1'], ['93.184.215.14']]);
    const send = () => request.to('https://rebinding.example/');

    const warn = jest.spyOn(console, 'warn');

    const errors = [(await send()).error, (await send()).error, (await send()).error];

    expect(errors).toEqual(['reached', expect.stringMatching(/127\.0\.0\.1.*not allowed/), 'reached']);
    expect(request.asked).toEqual(['rebinding.example', 'rebinding.example', 'rebinding.example']);
    expect(reached).toEqual(['rebinding.example', 'rebinding.example']);
    expect(warn).not.toHaveBeenCalled();
  });

  it.each([
    'https://erp.example/',
    'https://erp.example.:8443/',
    'https://erp.example:8444/',
    'https://127.0.0.1:8443/',
  ])('is no exception at %s because WEBHOOK_PRIVATE names it with another port or spelling', async (url) => {
    const attempt = await new TestRequest([['127.0.0.1']], 'erp.example:8443').to(url);

    expect(attempt.error).toMatch(/not allowed/);
    expect(reached).toEqual([]);
  });
});
