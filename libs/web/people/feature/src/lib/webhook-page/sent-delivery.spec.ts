import { TestBed } from '@angular/core/testing';
import { DeliveriesApi, type Delivery } from '@docket/web/people/data/webhooks';
import { SentDelivery } from './sent-delivery';

const STARTED: Delivery = {
  id: '0199aa6e-52f0-7c1e-b7a5-3f0c7c1f4a10',
  type: 'webhook.test',
  body: '{}',
  state: 'pending',
  tries: 0,
  created_at: '2026-11-20T09:00:00.000Z',
  attempts: [],
};

beforeEach(() => jest.useFakeTimers());
afterEach(() => jest.useRealTimers());

function setUp(read: () => Promise<Delivery>) {
  const api = { read: jest.fn(read) };
  TestBed.configureTestingModule({ providers: [{ provide: DeliveriesApi, useValue: api }] });
  return { api, sent: TestBed.runInInjectionContext(() => new SentDelivery()) };
}

it('gives up after 20 s without an outcome', async () => {
  const { api, sent } = setUp(() => Promise.resolve(STARTED));
  const sending = sent.send(3, () => Promise.resolve(STARTED));
  await jest.advanceTimersByTimeAsync(60_000);
  await sending;

  expect(sent.result()).toEqual({ delivery: STARTED });
  expect(sent.isSending()).toBe(false);
  expect(api.read.mock.calls.length).toBeLessThan(40);
});

it('no longer asks once its page is gone', async () => {
  const { api, sent } = setUp(() => Promise.resolve(STARTED));
  void sent.send(3, () => Promise.resolve(STARTED));
  await jest.advanceTimersByTimeAsync(1_000);
  const asked = api.read.mock.calls.length;
  TestBed.resetTestingModule();
  await jest.advanceTimersByTimeAsync(60_000);

  expect([asked, api.read.mock.calls.length]).toEqual([1, 1]);
});

it('reports that the outcome cannot be read', async () => {
  const { sent } = setUp(() => Promise.reject(new Error('offline')));
  const sending = sent.send(3, () => Promise.resolve(STARTED));
  await jest.advanceTimersByTimeAsync(1_000);
  await sending;

  expect([sent.result(), sent.problem()?.status]).toEqual([undefined, 0]);
});
