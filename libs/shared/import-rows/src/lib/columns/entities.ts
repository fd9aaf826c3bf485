/** An HTML entity: a number, or the name of a character. */
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|([a-z]{2,8}));/giu;

/** Accents in the names of letters such as `&eacute;`, as combining characters. */
const ACCENTS: Readonly<Record<string, string>> = {
  acute: '\u0301',
  grave: '\u0300',
  circ: '\u0302',
  uml: '\u0308',
  tilde: '\u0303',
  cedil: '\u0327',
  ring: '\u030a',
  caron: '\u030c',
  breve: '\u0306',
  macr: '\u0304',
  ogon: '\u0328',
  dblac: '\u030b',
  dot: '\u0307',
};
const ACCENTED = new RegExp(`^([a-z])(${Object.keys(ACCENTS).join('|')})$`, 'i');

/** Names of other characters, in lower case. */
const CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  ndash: '–',
  mdash: '—',
  middot: '·',
  szlig: 'ß',
  oslash: 'ø',
  aelig: 'æ',
  oelig: 'œ',
  lstrok: 'ł',
  dstrok: 'đ',
  thorn: 'þ',
  eth: 'ð',
  inodot: 'ı',
};

/** Decodes the HTML entities of a short text. Unknown entities are unchanged. */
export function withoutEntities(text: string): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(ENTITY, (entity: string, decimal?: string, hex?: string, name?: string) => {
    if (decimal !== undefined) return characterOf(Number(decimal)) ?? entity;
    if (hex !== undefined) return characterOf(Number.parseInt(hex, 16)) ?? entity;
    const [, letter, accent = ''] = ACCENTED.exec(name ?? '') ?? [];
    return letter ? letter + (ACCENTS[accent.toLowerCase()] ?? '') : (CHARACTERS[name?.toLowerCase() ?? ''] ?? entity);
  });
}

function characterOf(code: number): string | undefined {
  return code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff) ? String.fromCodePoint(code) : undefined;
}
