import type { Measured, Quality } from '@docket/web/quality/data';

export const measured = (right: number, n: number, share: number, low: number, high: number): Measured => ({
  n,
  right,
  share,
  interval: [low, high],
});
export const few = (n: number): Measured => ({ n, right: n, share: null, interval: null });

const VALUES = ['technical', 'billing', 'account', 'general'];
const COUNTS = [
  [60, 2, 4, 2],
  [3, 46, 3, 2],
  [4, 3, 40, 2],
  [3, 2, 3, 33],
];

/** A report with every figure. */
export const REPORT: Quality = {
  from: '2026-10-28',
  to: '2026-11-26',
  provider: 'gemini',
  field: 'category',
  recorded: 3264,
  dropped: 3,
  blind: measured(179, 212, 0.844, 0.789, 0.887),
  acceptance: measured(2732, 2986, 0.915, 0.904, 0.924),
  comparison: { ...measured(172, 212, 0.811, 0.753, 0.858), provider: 'local', p: 0.31 },
  confusion: COUNTS.flatMap((row, chosen) =>
    row.map((n, suggested) => ({ chosen: VALUES[chosen] ?? '', suggested: VALUES[suggested] ?? '', n })),
  ),
  critical: { recall: measured(33, 41, 0.805, 0.66, 0.898), precision: measured(33, 47, 0.702, 0.56, 0.813) },
  calibration: [
    { ...few(18), from: 0.4, confidence: 0.45 },
    { ...measured(448, 535, 0.837, 0.804, 0.866), from: 0.8, confidence: 0.85 },
    { ...measured(635, 658, 0.965, 0.948, 0.977), from: 0.9, confidence: 0.96 },
  ],
  ece: 0.007,
  teams: [
    { ...few(18), team_id: 3 },
    { ...measured(83, 100, 0.83, 0.74, 0.89), team_id: 1 },
    { ...measured(81, 94, 0.862, 0.78, 0.92), team_id: null },
  ],
  surfaces: [
    { ...measured(61, 72, 0.847, 0.75, 0.91), surface: 'form' },
    { ...measured(118, 140, 0.843, 0.77, 0.89), surface: 'api' },
  ],
  weeks: [
    { ...measured(40, 50, 0.8, 0.67, 0.888), week: '2026-10-26' },
    { ...measured(60, 72, 0.833, 0.73, 0.902), week: '2026-11-02' },
    { ...measured(65, 72, 0.903, 0.813, 0.952), week: '2026-11-09' },
    { ...few(18), week: '2026-11-16' },
  ],
  drift: [
    { week: '2026-10-26', n: 640, psi: null },
    { week: '2026-11-02', n: 790, psi: 0.012 },
    { week: '2026-11-09', n: 812, psi: 0.034 },
    { week: '2026-11-16', n: 800, psi: 0.31 },
  ],
  changes: [
    { day: '2026-10-30', model: 'flash-2', version: 8, model_before: 'flash-2', version_before: 7 },
    { day: '2026-11-09', model: 'flash-3', version: 8, model_before: 'flash-2', version_before: 8 },
  ],
  fallbacks: [
    { reason: 'timeout', n: 31 },
    { reason: 'rate_limited', n: 14 },
    { reason: 'circuit_open', n: 6 },
  ],
  latency: { n: 3098, p50: 900, p95: 2600 },
  cost: { micros: 4_180_000, priced_calls: 3186, unpriced_calls: 12 },
  budget: { micros: 4_180_000, limit_micros: 20_000_000 },
  texts: {
    asked: 144,
    refused: 9,
    summaries: 51,
    drafts: 84,
    sent: measured(61, 84, 0.726, 0.622, 0.81),
    edits: { n: 60, median: 7 },
    cost: { micros: 310_000, priced_calls: 140, unpriced_calls: 1 },
  },
};

/** A report of days without suggestions. */
export const EMPTY_REPORT: Quality = {
  ...REPORT,
  recorded: 0,
  dropped: 0,
  blind: few(0),
  acceptance: few(0),
  comparison: { ...few(0), provider: 'local', p: null },
  confusion: [],
  critical: { recall: few(0), precision: few(0) },
  calibration: [],
  ece: null,
  teams: [],
  surfaces: [],
  weeks: [],
  drift: [],
  changes: [],
  fallbacks: [],
  latency: { n: 0, p50: null, p95: null },
  cost: { micros: 0, priced_calls: 0, unpriced_calls: 0 },
  budget: { micros: 0, limit_micros: null },
  texts: {
    asked: 0,
    refused: 0,
    summaries: 0,
    drafts: 0,
    sent: few(0),
    edits: { n: 0, median: null },
    cost: { micros: 0, priced_calls: 0, unpriced_calls: 0 },
  },
};
