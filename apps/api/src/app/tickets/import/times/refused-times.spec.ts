import { readCreationTime } from './creation-time';

/** The time in UTC without zero milliseconds, or the error message. */
function read(value: unknown): string {
  const time = readCreationTime(value, { timeZone: 'UTC' });
  return typeof time === 'string' ? time : time.toISOString().replace(':00.000Z', '');
}

describe('readCreationTime', () => {
  it.each([
    '2026-02-30',
    '2024-04-31 10:00',
    '31 Apr 2024',
    '2024-02-30T09:14:03Z',
    '2023-13-01',
    '30.02.2024',
    '20240230',
    '2024-W53-1',
    '2024-W00-1',
    '2023-366',
    '2024-000',
  ])('says that there is no day %j', (text) => {
    expect(read(text)).toBe('must be a day of the calendar: there is no such day');
  });

  it.each(['٤/٣/٢٠٢٦', '\u200f٤\u200f/٣\u200f/٢٠٢٦', '٤؍٣؍٢٠٢٦', '۴/۳/۲۰۲۶', '４／３／２０２６'])(
    'does not guess the order of %j',
    (text) => {
      expect(read(text)).toContain('must be unambiguous');
    },
  );

  it.each([
    '2024-W11',
    '2024-W11-8',
    '2024-W11-0',
    '2024071',
    '2024-03-11T24:00:01Z',
    '2024-03-11T09:22:61Z',
    'ISODate(',
    'ISODate("")',
    "'",
    '=""',
  ])('refuses %j', (text) => {
    expect(read(text)).toContain('must be an RFC 3339 time');
  });

  it.each(['11 listopada 2024', '25/lip/24'])('does not guess the month of %j, which has two meanings', (text) => {
    expect(read(text)).toContain('not that of another month in another language');
  });
});
