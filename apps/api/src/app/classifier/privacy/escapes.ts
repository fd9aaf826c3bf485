/** An escape in a text: its source, and the characters that it stands for. */
export interface Escape {
  readonly source: string;
  readonly readable: string;
}

/** Named character references of HTML for the signs between the parts of addresses, numbers and settings. */
const NAMED_REFERENCES: Readonly<Record<string, string>> = {
  nbsp: ' ',
  ensp: ' ',
  emsp: ' ',
  thinsp: ' ',
  tab: ' ',
  newline: '\n',
  shy: '',
  zwnj: '',
  zwj: '',
  ndash: '-',
  mdash: '-',
  hyphen: '-',
  minus: '-',
  dash: '-',
  commat: '@',
  period: '.',
  colon: ':',
  comma: ',',
  semi: ';',
  equals: '=',
  sol: '/',
  bsol: '\\',
  lowbar: '_',
  num: '#',
  plus: '+',
  lpar: '(',
  rpar: ')',
  middot: '·',
  bull: '•',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  amp: '&',
};
/** A character reference of HTML. Its `&` may be escaped itself, once or more: `&amp;#64;`. */
const REFERENCE = /&(?:amp;){0,3}(?:#(?<decimal>\d{1,7})|#x(?<hex>[\da-f]{1,6})|(?<name>[a-z]{2,8}));/iy;
/** An escape of JSON or JavaScript, also in a string inside a string: `\\\"`. */
const BACKSLASH = /\\{1,8}(?:u(?<unicode>[\da-f]{4})|x(?<byte>[\da-f]{2})|(?<quote>["'])|(?<control>[rnt]))/iy;
/** Percent encoding of a sign or a letter, once or twice: %40, %2540. */
const PERCENT = /[%％](?:25)?(?<hex>[2-7][\da-f])/iy;

const ATTRIBUTE = String.raw`\s{1,3}(?:align|bgcolor|border|class|color|colspan|dir|face|height|lang|rowspan|size|style|valign|width)=["'][^<>@"'=]{0,120}["']`;
const tag = (elements: string) => new RegExp(String.raw`</?(?:${elements})(?:${ATTRIBUTE}){0,4}\s?/?>`, 'iy');
/** Tags of HTML that a reader does not see, that start a line, and that start a cell. Tags with other attributes stay. */
const TAGS: readonly (readonly [pattern: RegExp, readable: string])[] = [
  [tag('b|big|code|em|font|i|kbd|mark|s|samp|small|span|strong|sub|sup|tt|u|var'), ''],
  [tag('br|div|dl|h[1-6]|li|ol|p|pre|table|tbody|thead|tr|ul'), '\n'],
  [tag('dd|dt|td|th'), '│'],
];

/** The escape that starts at an index, if any: of URLs, HTML and JSON. */
export function escapeAt(text: string, at: number): Escape | undefined {
  switch (text.charAt(at)) {
    case '%':
    case '％':
      return decode(PERCENT, text, at, ({ hex }) => fromCode(hex, 16));
    case '&':
      return decode(REFERENCE, text, at, ({ decimal, hex, name }) =>
        name === undefined ? (fromCode(decimal, 10) ?? fromCode(hex, 16)) : NAMED_REFERENCES[name.toLowerCase()],
      );
    case '\\':
      return decode(BACKSLASH, text, at, ({ unicode, byte, quote, control }) =>
        control === undefined ? (quote ?? fromCode(unicode ?? byte, 16)) : control.toLowerCase() === 't' ? ' ' : '\n',
      );
    case '<':
      return tagAt(text, at);
    default:
      return undefined;
  }
}

function tagAt(text: string, at: number): Escape | undefined {
  for (const [pattern, readable] of TAGS) {
    const found = decode(pattern, text, at, () => readable);
    // The end of a cell is redundant: the start of the next one separates both.
    if (found) return readable === '│' && found.source.startsWith('</') ? { ...found, readable: '' } : found;
  }
  return undefined;
}

type Groups = Readonly<Record<string, string | undefined>>;

function decode(pattern: RegExp, text: string, at: number, read: (groups: Groups) => string | undefined) {
  pattern.lastIndex = at;
  const match = pattern.exec(text);
  const readable = match ? read(match.groups ?? {}) : undefined;
  return match && readable !== undefined ? { source: match[0], readable } : undefined;
}

function fromCode(digits: string | undefined, radix: number): string | undefined {
  const code = parseInt(digits ?? '', radix);
  return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}
