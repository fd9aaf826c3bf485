import { readCreationTime } from './creation-time';
import { timeWords } from './time-words';

/** The time in UTC without milliseconds that are zero, or the error. */
function read(value: unknown): string {
  const time = readCreationTime(value, { timeZone: 'UTC' });
  return typeof time === 'string' ? time : time.toISOString().replace(':00.000Z', '');
}

const DAY = '2024-03-11T00:00';
const MORNING = '2024-03-11T09:22';
const AFTERNOON = '2024-03-11T15:22';

describe('readCreationTime', () => {
  it.each([
    [
      DAY,
      [
        '20240311',
        '11 Mar 2024',
        '11/мар/24',
        '11 марта 2024',
        '11 марта 2024 г.',
        '11. März 2024',
        '11 de marzo de 2024',
      ],
    ],
    [DAY, ['11/Mär/24', '11-Mrz-2024', '11 Maerz 2024', 'le 11 mars 2024', 'lundi 11 mars 2024']],
    [
      DAY,
      [
        '11 de março de 2024',
        '11 marzo 2024',
        '11 maart 2024',
        '11 mrt 2024',
        '11 marca 2024',
        '11. března 2024',
        '11 березня 2024 р.',
      ],
    ],
    [
      DAY,
      [
        '11 Mart 2024',
        '11 mars 2024',
        '11. marts 2024',
        '11. maaliskuuta 2024',
        '2024. március 11.',
        '11 martie 2024',
        '11 Μαρτίου 2024',
      ],
    ],
    [
      DAY,
      [
        '11 مارس 2024',
        '११ मार्च २०२४',
        '11 มีนาคม 2024',
        '2024年3月11日',
        '2024年3月11日(月)',
        '2024年3月11日星期一',
        '2024년 3월 11일 (월)',
      ],
    ],
    [DAY, ['11. 3. 2024', '2024. 03. 11.', '2024. 3. 11', '11 . 03 . 2024']],
    [
      DAY,
      [
        'Monday, March 11th, 2024',
        'March 11, 2024',
        '2024-Mar-11',
        '2024 March 11',
        '11Mar2024',
        'Montag, 11.03.2024',
        'понедельник, 11 марта 2024',
      ],
    ],
    [DAY, ['١١ مارس ٢٠٢٤', '٢٠٢٤-٠٣-١١', '２０２４／０３／１１', '۲۰۲۴/۰۳/۱۱', '\u200f11.03.2024\u200f', '২০২৪-০৩-১১']],
    [
      MORNING,
      ['20240311T0922', '20240311092200', '20240311 09:22', '20240311T092200Z', '202403110922', '20240311T092200+0000'],
    ],
    [
      MORNING,
      [
        'Mon Mar 11 09:22:00 2024',
        'Mon Mar 11 09:22:00 UTC 2024',
        'Mon Mar 11 10:22:00 +0100 2024',
        'Mon Mar 11 10:22:00 CET 2024',
      ],
    ],
    [
      MORNING,
      ['Mon Mar 11 2024 10:22:00 GMT+0100 (Central European Standard Time)', 'Mon, 11 Mar 2024 09:22:00 GMT (UTC)'],
    ],
    [
      MORNING,
      [
        '11-MAR-24 09.22.00.000000000 AM',
        '11-MAR-24 10.22.00.000000 AM EUROPE/BERLIN',
        '11-MAR-2024 09.22.00 AM +00:00',
      ],
    ],
    [
      MORNING,
      [
        'Mar 11, 2024 @ 09:22 am',
        'Mar 11, 2024 @ 09:22:00.000',
        '11.03.2024 09:22 Uhr',
        '11.03.2024 um 09:22 Uhr',
        '11.03.2024, 09:22 Uhr',
      ],
    ],
    [
      MORNING,
      [
        '11.03.2024 09h22',
        '11.03.2024 9 h 22',
        '11.03.2024 à 09h22',
        '11.03.2024 09h22min',
        '11.03.2024 9h22m00s',
        '11.03.2024 09.22',
        '11.03.2024 kl. 09.22',
      ],
    ],
    [
      MORNING,
      [
        '11. 3. 2024 9:22',
        '2024. 03. 11. 9:22',
        '2024. 3. 11. 오전 9:22',
        '2024년 3월 11일 오전 9시 22분',
        '2024年3月11日 9時22分',
        '2024年3月11日上午9:22',
      ],
    ],
    [
      MORNING,
      [
        '2024/3/11 上午 09:22',
        '2024/3/11 上午 9时22分0秒',
        '2024-03-11 9点22分',
        '11 de marzo de 2024 a las 9:22',
        '11 de marzo de 2024, 9:22 a. m.',
      ],
    ],
    [
      MORNING,
      [
        '2024-03-11 09:22:00 (UTC)',
        '2024-03-11 09:22:00 +0000 UTC',
        '2024-03-11T10:22:00+01:00[Europe/Berlin]',
        '2024-03-11T09:22Z[UTC]',
        '2024-03-11 10:22 [Europe/Berlin]',
      ],
    ],
    [
      MORNING,
      [
        '2024-03-11 10:22 Europe/Berlin',
        '2024-03-11 10:22 CET',
        '2024-03-11 05:22 EDT',
        '2024-03-11 09:22 UT',
        '2024-03-11 10:22 UTC+1',
        '2024-03-11 10:22 GMT+1',
      ],
    ],
    [
      MORNING,
      [
        '09:22 11.03.2024',
        '9:22 AM 11 Mar 2024',
        '09:22, 11 марта 2024 г.',
        '11 марта 2024 г. в 09:22',
        '11 марта 2024 г., 09:22',
        '2024. március 11. 9:22',
        '2024. 03. 11. de. 9:22',
      ],
    ],
    [
      MORNING,
      [
        '1710148920',
        '1710148920.000',
        '1710148920000',
        '1710148920000000',
        '1710148920000000000',
        '/Date(1710148920000)/',
        String.raw`\/Date(1710148920000+0100)\/`,
      ],
    ],
    [
      AFTERNOON,
      [
        '2024年3月11日 下午3时22分',
        '2024/3/11 下午 03:22:00',
        '2024. 3. 11. 오후 3:22',
        '2024年3月11日 午後3:22',
        '11.03.2024 3:22 μ.μ.',
      ],
    ],
    [
      AFTERNOON,
      [
        '2024-03-11T15:22:00.000000Z',
        '2024-03-11 15:22:00,000',
        '2024-03-11 15:22:00:000',
        '11 mars 2024 à 15:22',
        '11 mars 2024 kl. 15:22',
        '11. maaliskuuta 2024 klo 15.22',
      ],
    ],
    [
      AFTERNOON,
      [
        '3:22 PM - 11 Mar 2024',
        '11 Mar 2024 | 15:22',
        '11.03.2024 - 15:22',
        '2024-03-11T15:22:00−00:00',
        'Mar 11, 2024, 3:22\u202fPM',
        '11.3.2024 3:22 odp.',
      ],
    ],
  ])('reads as %s %j', (time, texts) => {
    expect(texts.map((text) => [text, read(text)])).toEqual(texts.map((text) => [text, time]));
  });

  it.each([
    ['1710148930.123', '2024-03-11T09:22:10.123Z'],
    [1_710_148_930.123, '2024-03-11T09:22:10.123Z'],
    ['20240311T092210Z', '2024-03-11T09:22:10.000Z'],
    ['25/03/2024 09h22', '2024-03-25T09:22'],
    ['25/Mär/24', '2024-03-25T00:00'],
    ['mar. 12 mars 2024', '2024-03-12T00:00'],
    ['mer. 5 juin 2024', '2024-06-05T00:00'],
    ['12 SEPT 2023', '2023-09-12T00:00'],
    ['25/лип/24', '2024-07-25T00:00'],
    ['11 marras 2024', '2024-11-11T00:00'], // Finnish
    ['11 kwi 2024', '2024-04-11T00:00'],
    ['25/déc./24', '2024-12-25T00:00'],
    ['25/3/2567 09:22', '2024-03-25T09:22'],
    ['25 มี.ค. 2567', '2024-03-25T00:00'],
    ['25 ม.ค. 2567 09:22', '2024-01-25T09:22'],
    ['25 มิถุนายน พ.ศ. 2567', '2024-06-25T00:00'],
    ['25 thg 8, 2024', '2024-08-25T00:00'],
    ['09:22 ngày 25 tháng 8 năm 2024', '2024-08-25T09:22'],
    ['2024-03-25-09.22.00.000000', '2024-03-25T09:22'],
    ['25MAR2024:09:22:00', '2024-03-25T09:22'],
    ['25/Mar/2024:10:22:00 +0100', '2024-03-25T09:22'],
    ['5 Ağu 2024 Pazartesi 10:05', '2024-08-05T10:05'],
  ])('reads %j as %s', (text, time) => {
    expect(read(text)).toBe(time);
  });

  it.each([
    '2026-02-30',
    '2024-04-31 10:00',
    '31 Apr 2024',
    '2024-02-30T09:14:03Z',
    '2023-13-01',
    '30.02.2024',
    '20240230',
  ])('says that there is no day %j', (text) => {
    expect(read(text)).toBe('must be a day of the calendar: there is no such day');
  });

  it.each(['11 listopada 2024', '25/lip/24'])('does not guess the month of %j, which has two meanings', (text) => {
    expect(read(text)).toContain('not that of another month in another language');
  });

  it('knows each English month by its names only', () => {
    const names = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
    const months = [...names, 'November', 'December'].flatMap((name) => [name, name.slice(0, 3)]);

    expect(months.map((name) => timeWords().months.get(name.toLowerCase()))).toEqual(
      months.map((_, index) => Math.floor(index / 2) + 1),
    );
  });
});
