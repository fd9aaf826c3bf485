import fc from 'fast-check';
import { type TimeOptions, readCreationTime } from './creation-time';

const BERLIN = { timeZone: 'Europe/Berlin' } as const;
const NEW_YORK = { timeZone: 'America/New_York' } as const;

/** The time in UTC, or the error message. */
function read(value: unknown, options: TimeOptions = {}): string {
  const time = readCreationTime(value, options);
  return typeof time === 'string' ? time : time.toISOString();
}

describe('readCreationTime', () => {
  it.each([
    ['2024-11-22T09:14:03Z', '2024-11-22T09:14:03.000Z'],
    ['2024-11-22T09:14:03.120+0300', '2024-11-22T06:14:03.120Z'],
    ['2024-11-22 09:14:03 +03', '2024-11-22T06:14:03.000Z'],
    ['2024-11-22T09:14+03:00', '2024-11-22T06:14:00.000Z'],
    ['2024-11-22 09:14:03 UTC', '2024-11-22T09:14:03.000Z'],
    ['2024-11-22 09:14:03-0530', '2024-11-22T14:44:03.000Z'],
    ['Fri, 22 Nov 2024 09:14:03 +0000', '2024-11-22T09:14:03.000Z'],
    ['Fri, 22 Nov 2024 09:14:03 GMT', '2024-11-22T09:14:03.000Z'],
    [1_429_718_030, '2015-04-22T15:53:50.000Z'],
    ['1429718030', '2015-04-22T15:53:50.000Z'],
    ['1429718030123', '2015-04-22T15:53:50.123Z'],
  ])('reads %j, which has its zone', (value, time) => {
    expect(read(value)).toBe(time);
    expect(read(value, NEW_YORK)).toBe(time);
  });

  it.each([
    ['2024-11-22T09:14:03', '2024-11-22T08:14:03.000Z'],
    ['2024-11-22 9:14', '2024-11-22T08:14:00.000Z'],
    ['2024-07-22 09:14:03,5', '2024-07-22T07:14:03.500Z'],
    ['2024/11/22 09:14:03', '2024-11-22T08:14:03.000Z'],
    ['22.11.2024 09:14', '2024-11-22T08:14:00.000Z'],
    ['3.4.2024 09:14', '2024-04-03T07:14:00.000Z'],
    ['22/11/2024 09:14', '2024-11-22T08:14:00.000Z'],
    ['11/22/2024 9:14 AM', '2024-11-22T08:14:00.000Z'],
    ['22-11-2024', '2024-11-21T23:00:00.000Z'],
    ['2024-11-22', '2024-11-21T23:00:00.000Z'],
    ['22/Nov/24 3:15 PM', '2024-11-22T14:15:00.000Z'],
    ['22/Nov/2024 12:15 a.m.', '2024-11-21T23:15:00.000Z'],
    ['22-Nov-2024 15:15:00', '2024-11-22T14:15:00.000Z'],
    ['Nov 22, 2024, 3:15 PM', '2024-11-22T14:15:00.000Z'],
    ['November 22, 2024 at 3:15 PM', '2024-11-22T14:15:00.000Z'],
    ['22 November 2024 15:15', '2024-11-22T14:15:00.000Z'],
    ['2024年11月22日 15:15', '2024-11-22T14:15:00.000Z'],
    ['05/05/2024', '2024-05-04T22:00:00.000Z'],
    ['Friday, 22 November 2024 15:15', '2024-11-22T14:15:00.000Z'],
    ['22/11/2024 15:15 PM', '2024-11-22T14:15:00.000Z'],
    ['2024/11/22 午前0:15', '2024-11-21T23:15:00.000Z'],
    ['2024/11/22 午後0:15', '2024-11-22T11:15:00.000Z'],
  ])('reads %j in the given zone, and needs one', (text, time) => {
    expect(read(text, BERLIN)).toBe(time);
    expect(read(text)).toContain('; time_zone sets the zone of times without one');
  });

  it.each([
    ['03/04/2024', 'dmy', '2024-04-03T00:00:00.000Z'],
    ['03/04/2024', 'mdy', '2024-03-04T00:00:00.000Z'],
    ['03-04-24 10:00', 'dmy', '2024-04-03T10:00:00.000Z'],
    ['22/11/24', 'dmy', '2024-11-22T00:00:00.000Z'],
    ['22/11/24', 'ymd', '2022-11-24T00:00:00.000Z'],
    ['3.4.2024', 'mdy', '2024-03-04T00:00:00.000Z'],
    ['03/04/99', 'mdy', '1999-03-04T00:00:00.000Z'],
    ['2024-03-04', 'dmy', '2024-03-04T00:00:00.000Z'],
  ] as const)('reads %j in the order %s', (text, dateOrder, time) => {
    expect(read(text, { timeZone: 'UTC', dateOrder })).toBe(time);
  });

  it.each(['03/04/2024', '3/4/2024 10:00', '03-04-2024', '22/11/24', '01/02/03'])(
    'does not guess the order of %j',
    (text) => {
      expect(read(text, BERLIN)).toBe(
        'must be unambiguous: 03/04/2026 is 3 April or 4 March; date_order must say it: dmy or mdy',
      );
    },
  );

  it.each([
    ['25/12/2024', 'mdy'],
    ['12/25/2024', 'dmy'],
    ['12/11/2024', 'ymd'],
    ['30/02/2024', 'dmy'],
    ['2024-02-30', undefined],
    ['31.04.2024', undefined],
    ['31 Apr 2024', undefined],
  ] as const)('refuses the day %j with the order %s', (text, dateOrder) => {
    expect(read(text, { timeZone: 'UTC', dateOrder })).toContain('must be a day of the calendar');
  });

  it.each([
    '',
    'yesterday',
    '2024-11-22T25:00:00Z',
    '2024-11-22 09:60',
    '22 Nov 2024 13:15 AM',
    '22 Foo 2024',
    '2024-11-22 09:14 IST',
    '2024-11-22 09:14 Mars/Base',
    '11 marketing 2024',
    '12 decimal 2024',
    '11 Maybe 2024',
    '11 Mar 12 2024',
    'Mar-24',
    '11 Mar; 2024',
    '2024-11-22T09:14:03+25:00',
    '12345',
    '45618.5',
    '9'.repeat(1e6),
    ' '.repeat(1e6) + 'x',
    null,
    true,
    {},
  ])('refuses %.40j', (value) => {
    expect(read(value, BERLIN)).toMatch(/^must be an RFC 3339 time with its zone/);
  });

  it('uses the earlier time when clocks were put back, and refuses a time that they skipped', () => {
    expect(read('2024-10-27 02:30', BERLIN)).toBe('2024-10-27T00:30:00.000Z');
    expect(read('2024-11-03 01:30', NEW_YORK)).toBe('2024-11-03T05:30:00.000Z');
    expect(read('2024-03-31 02:30', BERLIN)).toContain('must exist in Europe/Berlin');
    expect(read('2018-11-04', { timeZone: 'America/Sao_Paulo' })).toBe('2018-11-04T03:00:00.000Z');
  });

  it('limits times to 1970 until now', () => {
    expect(read('0000-01-01T00:00:00Z')).toBe('must not be before 1970');
    expect(read('1969-12-31', BERLIN)).toBe('must not be before 1970');
    expect(read('2999-01-01T00:00:00Z')).toBe('must not be in the future');
  });

  it('reads back what it is given, in any zone and spelling', () => {
    const zones = fc.constantFrom('UTC', 'Europe/Berlin', 'Asia/Kolkata', 'America/St_Johns', 'Pacific/Auckland');
    const days = fc.date({ min: new Date('1971-01-01'), max: new Date('2025-01-01'), noInvalidDate: true });
    fc.assert(
      fc.property(zones, days, (timeZone, day) => {
        const iso = day.toISOString();
        const [date = '', clock = ''] = iso.slice(0, 19).split('T');
        const [year, month, dayOfMonth] = date.split('-');
        const texts = [
          `${date} ${clock}`,
          `${year}/${month}/${dayOfMonth}, ${clock}`,
          `${dayOfMonth}.${month}.${year} ${clock}`,
        ];
        const times = texts.map((text) => read(text, { timeZone }));
        return (
          times.every((time) => time === times[0]) && (timeZone !== 'UTC' || times[0] === `${iso.slice(0, 19)}.000Z`)
        );
      }),
      { seed: 10 },
    );
  });
});
