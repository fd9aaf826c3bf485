import { Metrics } from './metrics';
import { RequestSeries } from './request-series';

const STATUSES = Array.from({ length: 40 }, (_, index) => 400 + index);

/** The series of a histogram with as many buckets as that of requests. */
async function seriesAfter(observe: (series: RequestSeries) => void): Promise<string[]> {
  const metrics = new Metrics();
  const buckets = [1, 2, 3, 4, 5, 6, 7, 8];
  observe(new RequestSeries(metrics.histogram('a', 'help', ['operation', 'status'], buckets), 'other'));
  return (await metrics.text()).split('\n').filter((line) => /^a/.test(line));
}

it('counts a request under its operation and status', async () => {
  const lines = await seriesAfter((series) => {
    series.observe('listTickets', 200, 2.5);
    series.observe('listTickets', 200, 0.5);
  });

  expect(lines).toContain('a_bucket{le="2",operation="listTickets",status="200"} 1');
  expect(lines).toContain('a_count{operation="listTickets",status="200"} 2');
});

it('has less than 5,000 series, whatever the operations and statuses are, and loses no request', async () => {
  const lines = await seriesAfter((series) => {
    for (let operation = 0; operation < 100; operation++)
      for (const status of STATUSES) series.observe(`operation${operation}`, status, 1);
  });

  const counts = lines.filter((line) => line.startsWith('a_count')).map((line) => Number(line.split(' ').at(-1)));
  expect(lines.length).toBeLessThan(5000);
  expect(counts.reduce((sum, count) => sum + count)).toBe(4000);
  expect(lines.some((line) => line.includes('operation="other"'))).toBe(true);
});
