import { REPORT } from '../../testing/report';
import { reportSummary } from './report-summary';

it('says the days, the number of suggestions, and those that are lost', () => {
  expect(reportSummary(REPORT)).toBe('28 Oct to 26 Nov · 3,264 suggestions, 3 not recorded');
  expect(reportSummary({ ...REPORT, recorded: 1, dropped: 0 })).toBe('28 Oct to 26 Nov · 1 suggestion');
});

it('has the years of days in two of them', () => {
  expect(reportSummary({ ...REPORT, from: '2025-11-27', dropped: 0 })).toBe(
    '27 Nov 2025 to 26 Nov 2026 · 3,264 suggestions',
  );
});
