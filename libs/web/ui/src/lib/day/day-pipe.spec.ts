import { DayPipe } from './day-pipe';

it('formats a UTC day in three lengths', () => {
  const pipe = new DayPipe();

  expect(pipe.transform('2026-10-25', 'short')).toBe('25 Oct');
  expect(pipe.transform('2026-10-25')).toBe('25 Oct 2026');
  expect(pipe.transform('2026-10-25', 'long')).toBe('Sun, 25 Oct 2026');
});
