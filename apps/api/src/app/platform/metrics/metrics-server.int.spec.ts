import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { MetricsServer } from './metrics-server';

const MONITORING = join(__dirname, '../../../../../../docker/monitoring');

let api: TestApp;
beforeAll(async () => (api = await startTestApp({ METRICS_PORT: 0 })));
afterAll(() => api.close());

const url = () => `http://127.0.0.1:${api.app.get(MetricsServer).port}/metrics`;
const scrape = async () => (await fetch(url())).text();

it('serves metrics on a port of their own, and nowhere else', async () => {
  const own = await fetch(url());
  const other = await fetch(url().replace('/metrics', '/'));
  const changed = await fetch(url(), { method: 'POST' });
  const onProduct = await api.app.inject('/metrics');

  expect([own.status, own.headers.get('content-type')]).toEqual([200, 'text/plain; version=0.0.4; charset=utf-8']);
  expect([other.status, changed.status, onProduct.statusCode]).toEqual([404, 405, 404]);
});

it('serves none without METRICS_PORT', async () => {
  const off = await startTestApp();

  expect(off.app.get(MetricsServer).port).toBeUndefined();
  await off.close();
});

it('names requests by their operation, and never by what a client sends', async () => {
  await api.inject({ method: 'GET', url: '/api/tickets/1471142424' });
  await api.inject({ method: 'HEAD', url: '/api/tickets/?search=confidential' });
  await api.inject({ method: 'GET', url: '/made-up-1471142424', headers: { 'x-request-id': '1471142424' } });

  const text = await scrape();

  expect(text).toContain('docket_http_request_duration_seconds_count{operation="getTicket",status="404"} 1');
  expect(text).toContain('docket_http_request_duration_seconds_count{operation="listTickets",status="200"} 1');
  expect(text).toContain('docket_http_request_duration_seconds_count{operation="other",status="404"}');
  expect(text).not.toMatch(/1471142424|confidential|\/api/);
});

it('knows connections, streams, the feed, suggestions and the process', async () => {
  await api.inject({ method: 'POST', url: '/api/tickets/classify/', payload: { description: 'The invoice is wrong' } });

  const text = await scrape();

  expect(text).toMatch(/^docket_db_pool\{state="max"\} [1-9]/m);
  expect(text).toMatch(/^docket_live_streams 0$/m);
  expect(text).toMatch(/^docket_webhook_pending 0$/m);
  expect(text).toMatch(/^docket_feed_lag_seconds 0$/m);
  expect(text).toMatch(/^docket_classifier_total\{reason="not_configured"\} 1$/m);
  expect(text).toMatch(/^docket_build_info\{version="unbuilt"\} 1$/m);
  expect(text).toMatch(/^process_cpu_seconds_total /m);
});

/** The replica's test looks for this one: apps/api-e2e/src/replica.server.spec.ts. */
const WITH_A_REPLICA = ['docket_replica_reads_total'];

/** They last as long as their client or a model, so their times say nothing about Docket. */
const LONG = ['followChanges', 'readChanges', 'importTickets', 'exportTickets'];

it.each(['alerts.yaml', 'grafana-dashboard.json'])(
  'has the times of docker/monitoring/%s without long operations',
  (file) => {
    const content = readFileSync(join(MONITORING, file), 'utf8');
    const quantiles = content.split('\n').filter((line) => line.includes('histogram_quantile'));

    expect(quantiles.length).toBeGreaterThan(0);
    for (const line of quantiles) expect(line).toContain(`${LONG.join('|')}`);
  },
);

it.each(['alerts.yaml', 'grafana-dashboard.json'])('has every metric that docker/monitoring/%s names', async (file) => {
  const content = readFileSync(join(MONITORING, file), 'utf8');
  const named = new Set(content.match(/\b(?:docket|process|nodejs)_[a-z\d_]+/g));

  const text = await scrape();

  const families = [...text.matchAll(/^# TYPE (\S+) (\S+)/gm)].flatMap(([, name = '', type]) =>
    type === 'histogram' ? ['_bucket', '_count', '_sum'].map((suffix) => name + suffix) : [name, `${name}_sum`],
  );
  expect(named.size).toBeGreaterThan(5);
  expect([...named].filter((name) => ![...families, ...WITH_A_REPLICA].includes(name))).toEqual([]);
});
