import { REPORT } from '../../testing/report';
import { weekOf } from './report-suggestions';

it.each([
  ['2026-10-26', '2026-10-28', '2026-11-01'], // the report begins on a Wednesday
  ['2026-11-02', '2026-11-02', '2026-11-08'],
  ['2026-11-23', '2026-11-23', '2026-11-26'], // and ends on a Thursday
])('cuts the week from %s at the ends of the report', (monday, from, to) => {
  expect(weekOf(REPORT, monday)).toMatchObject({ from, to });
});
