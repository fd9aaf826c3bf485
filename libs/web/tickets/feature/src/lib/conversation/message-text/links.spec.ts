import { findLinks } from './links';

const links = (text: string) => findLinks(text).flatMap(({ href, text: shown }) => (href ? [[shown, href]] : []));
const joined = (text: string) =>
  findLinks(text)
    .map((part) => part.text)
    .join('');

describe('findLinks', () => {
  it('finds addresses of pages and of mailboxes between words', () => {
    expect(links('See https://a.example/b?c=1#d or http://e.example, or write to mailto:f@g.example')).toEqual([
      ['https://a.example/b?c=1#d', 'https://a.example/b?c=1#d'],
      ['http://e.example', 'http://e.example/'],
      ['mailto:f@g.example', 'mailto:f@g.example'],
    ]);
  });

  it.each([
    ['(see https://a.example/b).', 'https://a.example/b'],
    ['Is it https://a.example/b?!', 'https://a.example/b'],
    ['https://a.example/Wiki_(page) ends', 'https://a.example/Wiki_(page)'],
    ['<https://a.example>', 'https://a.example'],
    ['"https://a.example"', 'https://a.example'],
  ])('leaves out what belongs to the sentence: %s', (text, link) => {
    expect(links(text).map(([shown]) => shown)).toEqual([link]);
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,https',
    'ftp://a.example',
    'https://',
    'https://bank.example@evil.example/',
    'https://user:password@a.example',
    'mailto:',
    'www.a.example',
  ])('makes no link of %s', (text) => {
    expect(links(text)).toEqual([]);
  });

  it('ends a link at a character that would turn its direction', () => {
    expect(links('https://a.example/\u202Egpj.exe')).toEqual([['https://a.example/', 'https://a.example/']]);
  });

  it.each([
    ['schemes', 'https://'.repeat(12_500)],
    ['brackets', `https://a.example/${')'.repeat(100_000)}`],
    ['dots', `https://a.example/${'.'.repeat(100_000)}`],
    ['links', 'https://a.example '.repeat(5_000)],
    ['letters', `https://${'a'.repeat(100_000)}`],
  ])('keeps every character of 100,000 %s, in linear time', (_name, text) => {
    expect(joined(text)).toBe(text);
  });
});
