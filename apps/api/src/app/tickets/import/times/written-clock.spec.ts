import { findClock } from './written-clock';

describe('the zone after a clock', () => {
  it.each([
    ['2024-03-05 10:11 (UTC+01:00) Berlin', 'UTC+01:00'],
    ['2024-03-05 10:11 (UTC+01:00) Amsterdam, Berlin, Bern, Rome, Stockholm, Vienna', 'UTC+01:00'],
    ['2024-03-05 10:11 (UTC-05:00) Eastern Time (US & Canada)', 'UTC-05:00'],
    ['2024-03-05 10:11 UTC+3 Москва', 'UTC+3:00'],
    ['2024-03-05 10:11 (GMT+00:00) Dublin, Edinburgh, Lisbon', 'UTC+00:00'],
    ['2024-03-05 10:11 МСК', 'UTC+3'],
  ])('is read, whatever places Windows names after it: %s', (text, zone) => {
    expect(findClock(text)).toMatchObject({ date: '2024-03-05', zone });
  });

  it('is not taken for all that follows', () => {
    expect(findClock('10:11 (UTC+01:00) 5 March 2024')).toMatchObject({ date: '5 March 2024', zone: 'UTC+01:00' });
    expect(findClock('2024-03-05 10:11 (UTC+01:00) PM')?.clock.hour).toBe(22);
    expect(findClock('2024-03-05 10:11 Berlin')?.date).toBe('2024-03-05 Berlin');
  });

  it.each(['PT', 'ET', 'CT', 'MT', 'IST', 'BST', 'CST'])('is not guessed if several are called %s', (zone) => {
    expect(findClock(`2024-03-05 10:11 ${zone}`)).toBeUndefined();
  });
});
