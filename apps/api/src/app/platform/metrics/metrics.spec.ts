import { setImmediate } from 'node:timers/promises';
import { remainingMs } from '../context/work-context';
import { Metrics } from './metrics';

const linesOf = async (metrics: Metrics) => (await metrics.text()).split('\n').filter((line) => /^docket_/.test(line));

describe('Metrics', () => {
  it('reads gauges with and without a label at each scrape', async () => {
    const metrics = new Metrics();
    let streams = 3;
    metrics.gauge({ name: 'docket_streams', help: 'a', read: () => streams });
    metrics.gauge({
      name: 'docket_pool',
      help: 'a',
      label: 'state',
      read: () => Promise.resolve({ idle: 1, used: 2 }),
    });

    expect(await linesOf(metrics)).toEqual([
      'docket_streams 3',
      'docket_pool{state="idle"} 1',
      'docket_pool{state="used"} 2',
    ]);
    streams = 0;
    expect(await linesOf(metrics)).toContain('docket_streams 0');
  });

  it('leaves out a value that is unknown, or whose reading fails', async () => {
    const metrics = new Metrics();
    let fail = false;
    const fails = () => (fail ? Promise.reject(new Error('no')) : Promise.resolve(7));
    metrics.gauge({ name: 'docket_a', help: 'a', read: () => undefined });
    metrics.gauge({ name: 'docket_b', help: 'a', read: fails });
    metrics.gauge({ name: 'docket_c', help: 'a', label: 'x', read: async () => ({ y: await fails() }) });

    expect(await linesOf(metrics)).toEqual(['docket_b 7', 'docket_c{x="y"} 7']);
    fail = true;
    expect(await linesOf(metrics)).toEqual([]);
  });

  it('gives a reading two seconds, and reads once for scrapes at the same time', async () => {
    const metrics = new Metrics();
    const left: number[] = [];
    const read = async () => {
      left.push(remainingMs());
      await setImmediate();
      return 1;
    };
    metrics.gauge({ name: 'docket_a', help: 'a', read });

    await Promise.all([metrics.text(), metrics.text(), metrics.text()]);

    expect(left).toHaveLength(1);
    expect(left[0]).toBeLessThanOrEqual(2000);
  });

  it('counts by a label', async () => {
    const metrics = new Metrics();
    const counter = metrics.counter('docket_total', 'a', 'reason');
    counter.add('one');
    counter.add('one');
    counter.add('two');

    expect(await linesOf(metrics)).toEqual(['docket_total{reason="one"} 2', 'docket_total{reason="two"} 1']);
  });
});
