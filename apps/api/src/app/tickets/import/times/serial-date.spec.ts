import { readCreationTime } from './creation-time';
import { areSerialDates } from './serial-date';

const read = (value: unknown, timeZone: string | undefined = 'Europe/Berlin') =>
  readCreationTime(value, { timeZone, isSerial: true });

describe('a time as spreadsheets store it', () => {
  it.each([
    ['45234.5', '2023-11-04T11:00:00.000Z'],
    [45234.5, '2023-11-04T11:00:00.000Z'],
    ['45234,25', '2023-11-04T05:00:00.000Z'],
    ['45234', '2023-11-03T23:00:00.000Z'],
    ['45234.52083', '2023-11-04T11:30:00.000Z'],
    ['45234.999999', '2023-11-04T23:00:00.000Z'],
    ['32874', '1989-12-31T23:00:00.000Z'],
    ['2023-11-04T12:00:00Z', '2023-11-04T12:00:00.000Z'],
    ['1699095600', '2023-11-04T11:00:00.000Z'],
    ['1699095600000', '2023-11-04T11:00:00.000Z'],
  ])('reads %j', (value, time) => {
    expect(read(value)).toEqual(new Date(time));
  });

  it.each(['32873', '99999', '45234.5.1', '45234:30', '4523', '-45234'])('refuses %j', (value) => {
    expect(read(value)).toContain('must be');
  });

  it('needs a zone, and a column of such numbers', () => {
    expect(readCreationTime('45234.5', { isSerial: true })).toContain('time_zone');
    expect(readCreationTime('45234.5', { timeZone: 'UTC' })).toContain('must be');
  });
});

describe('areSerialDates', () => {
  it.each([
    [['45234.5', '', null, 'NULL', 45235], true],
    [['45234.5', '2023-11-04'], false],
    [['45234.5', '12345'], false],
    [['1699095600'], false],
    [['', null, undefined], undefined],
    [[], undefined],
  ])('finds in %j: %s', (values, expected) => {
    expect(areSerialDates(values)).toBe(expected);
  });
});
