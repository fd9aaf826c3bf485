/** Format characters, such as bidirectional marks. */
const FORMAT = /\p{Cf}/gu;
const OTHER_DIGIT = /\p{Nd}/gu;
const MINUS = /[\u2010\u2011\u2212]/g;
/** Arabic date separator. */
const DATE_SEPARATOR = /\u060d/g;
const HALF_DAYS = /(上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|傍晚|晚上)/g;
const CLOCK = /(?<![\d+-])\d{1,2}:\d\d/; // not an offset
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i;
const EAST_ASIAN_CLOCK = /(\d{1,2}) ?[時时點点시](?: ?(\d{1,2}) ?[分분])?(?: ?(\d{1,2}) ?[秒초])?/;
const LETTER_CLOCK = /(\d{1,2}) ?h ?(\d\d)(?: ?m(?:in)? ?(\d\d) ?s)?/i;
const DOTTED_CLOCK = /(?<=[ T])(\d{1,2})\.(\d\d)(?:\.(\d\d)(\.\d{1,9})?)?(?= ?[^\d. ]|$)/i;
/** A clock time of hours only, which needs am or pm: 3pm. */
const HOURS = /(?<=[ T])(\d{1,2})(?= ?[ap]\.? ?m\b)/i;
/** Separators between day and clock time in DB2, Apache and SAS: 2024-03-25-15.22.00, 25/Mar/2024:15:22:00. */
const HYPHEN_BEFORE_CLOCK = /^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d)/;
const COLON_BEFORE_CLOCK = /(\d{4}):(?=\d\d:\d\d)/;
/** The author before the time in monday.com's creation log: "Ann Lee Nov 20, 2026 9:11 AM". */
const AUTHOR = /^\p{L}[\p{L}\p{M}.'’ -]{0,60} (?=[A-Z][a-z]{2} \d{1,2}, \d{4} \d{1,2}:\d\d [AP]M$)/u;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** Abbreviated Thai month names, which differ only in their vowels, and the numbered months of Vietnamese. */
const THAI_MONTHS = ['ม.ค', 'ก.พ', 'มี.ค', 'เม.ย', 'พ.ค', 'มิ.ย', 'ก.ค', 'ส.ค', 'ก.ย', 'ต.ค', 'พ.ย', 'ธ.ค'];
const THAI_MONTH = new RegExp(`(${THAI_MONTHS.map((name) => name.replace('.', String.raw`\.`)).join('|')})\\.?`);
const VIETNAMESE_MONTH = /(?:tháng|thg) (\d{1,2})(?!\d)/i;
/** Years of Japanese eras, whose year 1 is written 元, and of Taiwan: 令和5年 is 2023. Abbreviated eras occur only before numbers. */
const ERA_YEAR = /(令和|平成|昭和|民國|民国) ?(\d{1,3}|元) ?年/;
const SHORT_ERA_YEAR = /^([RHS]) ?(\d{1,2})(?=[./年-]\d)/i;
const ERAS: Readonly<Record<string, number>> = {
  令和: 2018,
  平成: 1988,
  昭和: 1925,
  民國: 1911,
  民国: 1911,
  R: 2018,
  H: 1988,
  S: 1925,
};
/** Words for day, year and era. */
const OTHER_WORDS = /(?<!\p{L})(?:ngày|năm) |พ\.ศ\. ?/giu;

let digits: ReadonlyMap<string, string> | undefined;

/** Normalizes a time: ASCII digits, single spaces, and separators in date and clock time. The caller must limit the length of the text. */
export function plainTime(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(FORMAT, '')
    .replaceAll(OTHER_DIGIT, (digit) => (digit <= '9' ? digit : (otherDigits().get(digit) ?? digit)))
    .replaceAll(MINUS, '-')
    .replaceAll(DATE_SEPARATOR, '/')
    .replaceAll(HALF_DAYS, ' $1 ')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replace(AUTHOR, '')
    .replace(ERA_YEAR, (_all, era: string, year: string) => `${yearOf(era, year)}年`)
    .replace(SHORT_ERA_YEAR, (_all, era: string, year: string) => String(yearOf(era.toUpperCase(), year)))
    .replace(HYPHEN_BEFORE_CLOCK, '$1 $2:$3:$4')
    .replace(COLON_BEFORE_CLOCK, '$1 ')
    .replace(THAI_MONTH, (_all, name: string) => ` ${MONTHS[THAI_MONTHS.indexOf(name)] ?? name} `)
    .replace(VIETNAMESE_MONTH, (all, month: string) => MONTHS[Number(month) - 1] ?? all)
    .replaceAll(OTHER_WORDS, '')
    .replace(COMPACT, (_all, year: string, month: string, day: string, ...clock: string[]) =>
      clock[0] ? `${year}-${month}-${day} ${withColons(clock)}` : `${year}-${month}-${day}`,
    );
  return CLOCK.test(plain) ? plain : withColonClock(plain);
}

function yearOf(era: string, year: string): number {
  return (ERAS[era] ?? 0) + (year === '元' ? 1 : Number(year));
}

/** Writes clock times such as "9h22", "9時22分" and "09.22.10" with colons. */
function withColonClock(text: string): string {
  for (const clock of [EAST_ASIAN_CLOCK, LETTER_CLOCK, DOTTED_CLOCK])
    if (clock.test(text)) return text.replace(clock, (_all, ...parts: string[]) => withColons(parts));
  return text.replace(HOURS, '$1:00');
}

function withColons([hour = '', minute = '00', second, fraction]: readonly (string | undefined)[]): string {
  const seconds = second ? `:${second.padStart(2, '0')}` : '';
  return `${hour}:${minute.padStart(2, '0')}${seconds}${typeof fraction === 'string' ? fraction : ''}`;
}

/** Digits of other scripts, as written by `Intl`. */
function otherDigits(): ReadonlyMap<string, string> {
  return (digits ??= new Map(
    Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
      const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false });
      return Array.from('0123456789', (digit) => [format.format(Number(digit)), digit] as const);
    }),
  ));
}
