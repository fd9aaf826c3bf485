import { REPORT } from '../../testing/report';
import { toQualityCsv } from './quality-csv';

const lines = (names = new Map([[1, 'Support']]), report = REPORT) => toQualityCsv(report, names).split('\r\n');

it('has every figure with its number of cases', () => {
  const csv = lines();

  expect(csv[0]).toBe('figure,of,n,right,share,low,high,value');
  expect(csv).toContain('suggestions,"Gemini, category",3264,,,,,');
  expect(csv).toContain('not recorded,,3,,,,,');
  expect(csv).toContain('blind accuracy,,212,179,0.844,0.789,0.887,');
  expect(csv).toContain('same tickets,Docket itself,212,172,0.811,0.753,0.858,');
  expect(csv).toContain('p of the difference,Docket itself,,,,,,0.31');
  expect(csv).toContain('"chosen, suggested","billing, technical",3,,,,,');
  expect(csv).toContain('team,Support,100,83,0.83,0.74,0.89,');
  expect(csv).toContain('PSI of all tickets,2026-11-09,812,,,,,0.034');
  expect(csv).toContain('PSI of all tickets,2026-10-26,640,,,,,');
  expect(csv).toContain('change,"2026-11-09 flash-3, prompt 8",,,,,,');
  expect(csv).toContain('fell back,Timed out,31,,,,,');
  expect(csv).toContain('"answer time, ms",half,3098,,,,,900');
  expect(csv).toContain('"answer time, ms",95 %,3098,,,,,2600');
  expect(csv).toContain('drafts sent,,84,61,0.726,0.622,0.81,');
  expect(csv).toContain('"words changed, half",,,,,,,7');
  expect(csv).toContain('"cost, millionths",texts,,,,,,310000');
  expect(csv.at(-1)).toBe('');
});

it('has no figure for too few cases', () => {
  expect(lines()).toContain('team,3,18,,,,,');
  const latency = { n: 29, p50: null, p95: null };
  expect(lines(new Map(), { ...REPORT, latency })).toContain('"answer time, ms",half,29,,,,,');
});

it('has every version of the own model', () => {
  const change = { day: '2026-11-02', model: 'learned', version: 3, model_before: 'words', version_before: null };
  const csv = lines(new Map(), { ...REPORT, provider: 'local', changes: [change] });
  expect(csv).toContain('change,2026-11-02 own model 3,,,,,,');
});

it('leaves an unknown cost empty, and not 0', () => {
  expect(lines()).toContain('"cost, millionths",,,,,,,4180000');
  const cost = { micros: 0, priced_calls: 0, unpriced_calls: 12 };
  expect(lines(new Map(), { ...REPORT, cost })).toContain('"cost, millionths",,,,,,,');
});

it.each([
  ['=1+1', `team,'=1+1,`],
  ['+49 "sales"', `team,"'+49 ""sales""",`],
  ['North, South', 'team,"North, South",'],
])('stores the team %s as a text', (name, start) => {
  expect(lines(new Map([[1, name]])).filter((line) => line.startsWith(start))).toHaveLength(1);
});
