import lighthouse, { desktopConfig } from 'lighthouse';
import { median } from '../statistics.mts';
import { LAPTOP } from './laptop.mts';

/** Lighthouse scores of a page, from 0 to 100. */
export interface PageScores {
  readonly performance: number;
  readonly accessibility: number;
  readonly bestPractices: number;
  /** Failed audits of accessibility and best practices. */
  readonly failed: readonly string[];
}

const RUNS = 3;
const CATEGORIES = ['performance', 'accessibility', 'best-practices'] as const;

/** Audits a page several times. Returns the median performance, which varies, and the lowest of the other scores. */
export async function auditPage(url: string, port: number, slowdown: number): Promise<PageScores> {
  const runs: PageScores[] = [];
  for (let run = 0; run < RUNS; run++) {
    // On a busy machine, a trace can lack its beginning. Lighthouse then asks for another run.
    runs.push(await auditOnce(url, port, slowdown).catch(() => auditOnce(url, port, slowdown)));
  }
  return {
    performance: median(runs.map(({ performance }) => performance)),
    accessibility: Math.min(...runs.map(({ accessibility }) => accessibility)),
    bestPractices: Math.min(...runs.map(({ bestPractices }) => bestPractices)),
    failed: [...new Set(runs.flatMap(({ failed }) => failed))],
  };
}

/** Measures the speed of this processor with Lighthouse's benchmark. Other load on the machine lowers it. */
export async function readBenchmarkIndex(url: string, port: number): Promise<number> {
  const seen = await lighthouse(
    url,
    { port, onlyAudits: ['first-contentful-paint'], logLevel: 'error' },
    desktopConfig,
  );
  if (!seen) throw new Error('Lighthouse has not measured the processor');
  return seen.lhr.environment.benchmarkIndex;
}

async function auditOnce(url: string, port: number, slowdown: number): Promise<PageScores> {
  const options = { port, onlyCategories: [...CATEGORIES], logLevel: 'error' as const };
  const seen = (await lighthouse(url, options, laptopConfig(slowdown)))?.lhr;
  if (!seen || seen.runtimeError)
    throw new Error(`Lighthouse on ${url}: ${seen?.runtimeError?.message ?? 'no report'}`);
  const score = (category: (typeof CATEGORIES)[number]) => {
    const { score } = seen.categories[category] ?? { score: null };
    if (score === null) throw new Error(`Lighthouse on ${url}: no ${category}`);
    return Math.round(score * 100);
  };
  const failed = (['accessibility', 'best-practices'] as const)
    .flatMap((category) => seen.categories[category]?.auditRefs ?? [])
    .filter(({ id, weight }) => weight > 0 && (seen.audits[id]?.score ?? 1) < 1);
  return {
    performance: score('performance'),
    accessibility: score('accessibility'),
    bestPractices: score('best-practices'),
    failed: failed.map(({ id }) => id),
  };
}

/** Lighthouse's desktop preset with the processor of the laptop. The network is simulated, as in the preset. */
function laptopConfig(slowdown: number): typeof desktopConfig {
  const { settings } = desktopConfig;
  const throttling = {
    ...settings?.throttling,
    rttMs: LAPTOP.roundTrip,
    throughputKbps: LAPTOP.kilobitsPerSecond,
    cpuSlowdownMultiplier: slowdown,
  };
  return { ...desktopConfig, settings: { ...settings, throttling } };
}
