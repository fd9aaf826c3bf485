/** Format characters, such as the marks of right-to-left text. */
const FORMAT = /\p{Cf}/gu;
const OTHER_DIGIT = /\p{Nd}/gu;
const MINUS = /[\u2010\u2011\u2212]/g;
const HALF_DAYS = /(上午|下午|午前|午後|오전|오후|凌晨|清晨|早上|中午|傍晚|晚上)/g;
const CLOCK = /(?<![\d+-])\d{1,2}:\d\d/; // no offset
const COMPACT = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:[T ]?(\d\d)(\d\d)(\d\d)?)?(?!\d)/i;
const EAST_ASIAN_CLOCK = /(\d{1,2}) ?[時时點点시](?: ?(\d{1,2}) ?[分분])?(?: ?(\d{1,2}) ?[秒초])?/;
const LETTER_CLOCK = /(\d{1,2}) ?h ?(\d\d)(?: ?m(?:in)? ?(\d\d) ?s)?/i;
const DOTTED_CLOCK = /(?<=[ T])(\d{1,2})\.(\d\d)(?:\.(\d\d)(\.\d{1,9})?)?(?= ?[^\d. ]|$)/i;
/** The day and the clock as DB2 writes them, and as Apache and SAS do: 2024-03-25-15.22.00, 25/Mar/2024:15:22:00. */
const HYPHEN_BEFORE_CLOCK = /^(\d{4}-\d\d-\d\d)-(\d\d)\.(\d\d)\.(\d\d)/;
const COLON_BEFORE_CLOCK = /(\d{4}):(?=\d\d:\d\d)/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
/** The short names of months in Thai, which differ in their vowels only, and the numbered months of Vietnamese. */
const THAI_MONTHS = ['ม.ค', 'ก.พ', 'มี.ค', 'เม.ย', 'พ.ค', 'มิ.ย', 'ก.ค', 'ส.ค', 'ก.ย', 'ต.ค', 'พ.ย', 'ธ.ค'];
const THAI_MONTH = new RegExp(`(${THAI_MONTHS.map((name) => name.replace('.', String.raw`\.`)).join('|')})\\.?`);
const VIETNAMESE_MONTH = /(?:tháng|thg) (\d{1,2})(?!\d)/i;
/** Words for the day, the year and the era. */
const OTHER_WORDS = /(?<!\p{L})(?:ngày|năm) |พ\.ศ\. ?/giu;

let digits: ReadonlyMap<string, string> | undefined;

/** A time with ASCII digits, single spaces, and a clock and date with separators. The length of the text must be bounded. */
export function plainTime(text: string): string {
  const plain = text
    .normalize('NFKC')
    .replaceAll(FORMAT, '')
    .replaceAll(OTHER_DIGIT, (digit) => (digit <= '9' ? digit : (otherDigits().get(digit) ?? digit)))
    .replaceAll(MINUS, '-')
    .replaceAll(HALF_DAYS, ' $1 ')
    .replaceAll(/\s+/g, ' ')
    .trim()
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

/** Writes the clock "9h22", "9時22分" or "09.22.10" with colons. */
function withColonClock(text: string): string {
  for (const clock of [EAST_ASIAN_CLOCK, LETTER_CLOCK, DOTTED_CLOCK])
    if (clock.test(text)) return text.replace(clock, (_all, ...parts: string[]) => withColons(parts));
  return text;
}

function withColons([hour = '', minute = '00', second, fraction]: readonly (string | undefined)[]): string {
  const seconds = second ? `:${second.padStart(2, '0')}` : '';
  return `${hour}:${minute.padStart(2, '0')}${seconds}${typeof fraction === 'string' ? fraction : ''}`;
}

/** The digits of other scripts, as `Intl` writes them. */
function otherDigits(): ReadonlyMap<string, string> {
  return (digits ??= new Map(
    Intl.supportedValuesOf('numberingSystem').flatMap((system) => {
      const format = new Intl.NumberFormat('en', { numberingSystem: system, useGrouping: false });
      return Array.from('0123456789', (digit) => [format.format(Number(digit)), digit] as const);
    }),
  ));
}
