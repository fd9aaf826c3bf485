/**
 * A text as a reader sees it, for recognition only: compatibility forms are plain, digits of all scripts are 0 to 9, all dashes are `-`,
 * all spaces are ` `, all line breaks are `\n`. Accents, invisible characters and the escapes of URLs and HTML are resolved. Each
 * character knows its place in the original text.
 */
export class ReadableText {
  private constructor(
    readonly text: string,
    private readonly original: string,
    /** For each UTF-16 code unit of `text`: start and end of the original characters that it stands for. */
    private readonly starts: readonly number[],
    private readonly ends: readonly number[],
  ) {}

  /** Takes linear time: one step for each character. */
  static of(original: string): ReadableText {
    const pieces: string[] = [];
    const [starts, ends]: [number[], number[]] = [[], []];
    let previous = '';
    let at = 0;
    while (at < original.length) {
      const source = escapeAt(original, at) ?? String.fromCodePoint(original.codePointAt(at) ?? 0);
      const readable = isRaised(source) && /\d$/.test(previous) ? '' : toReadable(source);
      for (const unit of readable.split('')) {
        starts.push(at);
        ends.push(at + source.length);
        pieces.push(unit);
      }
      previous = readable || previous;
      at += source.length;
    }
    return new ReadableText(pieces.join(''), original, starts, ends);
  }

  /**
   * The range of the original text that a range of `text` stands for. It consists of whole characters, and it includes the invisible ones
   * that follow.
   */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number } {
    const nextStart = this.starts[end] ?? this.original.length;
    return { start: this.starts[start] ?? 0, end: Math.max(this.ends[end - 1] ?? 0, nextStart) };
  }
}

/** The escapes of characters that stand between the parts of addresses and numbers, in URLs, HTML and JSON. */
const ESCAPES: Readonly<Record<string, string>> = {
  '&nbsp;': ' ',
  '&#160;': ' ',
  '&#xa0;': ' ',
  '&#32;': ' ',
  '&shy;': '',
  '&zwnj;': '',
  '&#8203;': '',
  '&ndash;': '-',
  '&mdash;': '-',
  '&#45;': '-',
  '&commat;': '@',
  '&#64;': '@',
  '&#064;': '@',
  '&#x40;': '@',
  '&period;': '.',
  '&#46;': '.',
  '&plus;': '+',
  '&#43;': '+',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&amp;': '&',
  '<br>': '\n',
  '<br/>': '\n',
  '<br />': '\n',
  '\\u0040': '@',
  '\\u002b': '+',
  '\\u002d': '-',
  '\\u0020': ' ',
  '\\u00a0': ' ',
  '\\r': '\n',
  '\\n': '\n',
  '\\t': ' ',
};
const ESCAPE_MAX_LENGTH = 8;
/** Percent encoding of a sign or a letter, once or twice: %40, %2540. */
const PERCENT_ESCAPE = /^%(?:25)?[2-7][\da-f]/i;

/** The escape that starts at an index, if any. */
function escapeAt(text: string, at: number): string | undefined {
  const first = text.charAt(at);
  if (first === '%') return PERCENT_ESCAPE.exec(text.slice(at, at + 5))?.[0];
  if (first !== '&' && first !== '<' && first !== '\\') return undefined;
  for (let length = 2; length <= ESCAPE_MAX_LENGTH; length++) {
    const escape = text.slice(at, at + length);
    if (Object.hasOwn(ESCAPES, escape.toLowerCase())) return escape;
  }
  return undefined;
}

const PLAIN = /^[\x20-\x7e\n]$/;
const LINE_BREAK = /^[\n\v\f\r\x85\u2028\u2029]$/;
/** Marks, invisible and control characters. */
const UNSEEN = /[\p{M}\p{Cf}\p{Cc}\p{Default_Ignorable_Code_Point}]/gu;
const DASH = /[\p{Pd}\u2212\u2043\u02d7\u2796\u30fc\uff70]/gu;
const SPACE = /[\p{Zs}\t]/gu;
const DOT = /[\u3002\uff61\u00b7\u2022\u2027\u2219\u22c5\u30fb\u2024]/gu;
const COMMA = /[\u3001\u060c\uff64]/gu;
const SLASH = /[\u2044\u2215]/gu;
const QUOTE = /[\u201c-\u201f\u00ab\u00bb\u300c-\u300f]/gu;
const APOSTROPHE = /[\u2018-\u201b]/g;
const DIGIT = /\p{Nd}/gu;
const IDEOGRAPHIC_DIGITS = '〇一二三四五六七八九';
const IDEOGRAPHIC_DIGIT = /[〇零一二三四五六七八九]/gu;

function toReadable(source: string): string {
  if (PLAIN.test(source)) return source;
  if (LINE_BREAK.test(source)) return '\n';
  if (PERCENT_ESCAPE.test(source)) return String.fromCharCode(parseInt(source.slice(-2), 16));
  const escape = source.length > 1 ? ESCAPES[source.toLowerCase()] : undefined;
  if (escape !== undefined) return escape;
  return source
    .normalize('NFKD')
    .replace(SPACE, ' ')
    .replace(UNSEEN, '')
    .replace(DASH, '-')
    .replace(DOT, '.')
    .replace(COMMA, ',')
    .replace(SLASH, '/')
    .replace(QUOTE, '"')
    .replace(APOSTROPHE, "'")
    .replace(DIGIT, toAsciiDigit)
    .replace(IDEOGRAPHIC_DIGIT, (digit) => String(Math.max(0, IDEOGRAPHIC_DIGITS.indexOf(digit))));
}

/** Unicode encodes the decimal digits of each script in ascending order, without gaps. */
function toAsciiDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  let value = 0;
  while (/\p{Nd}/u.test(String.fromCodePoint(codePoint - value - 1))) value++;
  return String(value % 10);
}

/** A superscript or subscript digit. After another digit it is a footnote or an exponent. */
function isRaised(source: string): boolean {
  return /^[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089]$/.test(source);
}
