import { escapeAt } from './escapes';

/**
 * A text as a reader sees it, for recognition only: compatibility forms are plain, digits of all scripts are 0 to 9, all dashes are `-`,
 * all spaces are ` `, all line breaks are `\n`. Accents and invisible characters are removed, and the escapes of URLs and HTML are
 * decoded. Each character maps to its position in the original text.
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
    let isAfterRaised = false;
    let at = 0;
    while (at < original.length) {
      const escape = escapeAt(original, at);
      const source = escape?.source ?? String.fromCodePoint(original.codePointAt(at) ?? 0);
      const isRaised = RAISED.test(source);
      const isFootnote = isRaised && !isAfterRaised && /\d$/.test(previous);
      const readable = isFootnote ? '' : toReadable(escape?.readable ?? source);
      if (readable) isAfterRaised = isRaised;
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
   * that follow, but no tags.
   */
  toOriginal(start: number, end: number): { readonly start: number; readonly end: number } {
    const lastEnd = this.ends[end - 1] ?? 0;
    const unseen = this.original.slice(lastEnd, this.starts[end] ?? this.original.length);
    const tag = unseen.indexOf('<');
    return { start: this.starts[start] ?? 0, end: lastEnd + (tag === -1 ? unseen.length : tag) };
  }
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
const ARROW = /[\u21d2\u21e8\u2794\u279c-\u279e\u27a1\u27a4\u27f6\u27f9\u25b6\u25b8\u25ba\u203a\u2b95]/gu;
const DIGIT = /\p{Nd}/gu;
/** White digits in black circles, and digits in circles of other forms, which have no compatibility form. */
const CIRCLED_DIGIT = /[\u2776-\u277e\u2780-\u2788\u278a-\u2792\u24f5-\u24fd\u24ff\u{1f10b}\u{1f10c}]/gu;
/** The code points before the digit 1 of each form. */
const CIRCLES = [0x2775, 0x277f, 0x2789, 0x24f4];
const IDEOGRAPHIC_DIGITS = '〇一二三四五六七八九';
const IDEOGRAPHIC_DIGIT = /[〇零一二三四五六七八九]/gu;

function toReadable(source: string): string {
  if (PLAIN.test(source)) return source;
  if (LINE_BREAK.test(source)) return '\n';
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
    .replace(ARROW, '→')
    .replace(CIRCLED_DIGIT, toCircledDigit)
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

function toCircledDigit(digit: string): string {
  const codePoint = digit.codePointAt(0) ?? 0;
  const values = CIRCLES.map((circle) => codePoint - circle);
  return String(values.find((value) => value >= 1 && value <= 9) ?? 0);
}

/** A superscript or subscript digit. After a digit of normal height it is a footnote or an exponent. */
const RAISED = /^[\u00b9\u00b2\u00b3\u2070\u2074-\u2079\u2080-\u2089]$/;
