import { richText } from './rich-text';

const doc = (...content: unknown[]) => ({ type: 'doc', version: 1, content });
const text = (value: string) => ({ type: 'text', text: value, marks: [{ type: 'strong' }] });
const paragraph = (...content: unknown[]) => ({ type: 'paragraph', content });
const item = (...content: unknown[]) => ({ type: 'listItem', content });

describe('richText', () => {
  it.each([
    ['paragraphs', doc(paragraph(text('One '), text('line')), paragraph(text('Two'))), 'One line\nTwo'],
    ['a line break', doc(paragraph(text('One'), { type: 'hardBreak' }, text('Two'))), 'One\nTwo'],
    [
      'headings and code',
      doc({ type: 'heading', content: [text('H')] }, { type: 'codeBlock', content: [text('a\nb')] }),
      'H\na\nb',
    ],
    [
      'lists',
      doc(
        { type: 'bulletList', content: [item(paragraph(text('a'))), item(paragraph(text('b')))] },
        { type: 'orderedList', content: [item(paragraph(text('c'))), item(paragraph(text('d')))] },
      ),
      '- a\n- b\n1. c\n2. d',
    ],
    [
      'a table',
      doc({
        type: 'table',
        content: [
          {
            type: 'tableRow',
            content: [
              { type: 'tableCell', content: [paragraph(text('a'))] },
              { type: 'tableCell', content: [paragraph(text('b'))] },
            ],
          },
        ],
      }),
      'a | b',
    ],
    [
      'mentions, links, dates and emoji',
      doc(
        paragraph(
          { type: 'mention', attrs: { text: '@Ann' } },
          text(' '),
          { type: 'inlineCard', attrs: { url: 'https://desk.example/1' } },
          text(' '),
          { type: 'date', attrs: { timestamp: '1764201600000' } },
          text(' '),
          { type: 'emoji', attrs: { shortName: ':+1:' } },
        ),
      ),
      '@Ann https://desk.example/1 2025-11-27 :+1:',
    ],
    [
      'an image',
      doc(paragraph(text('a')), { type: 'mediaSingle', content: [{ type: 'media', attrs: { id: 'x' } }] }),
      'a',
    ],
    ['nothing', doc(), ''],
    [
      'what is malformed',
      doc(null, 7, 'x', { type: 'paragraph', content: 'x' }, paragraph(null, { type: 'text' })),
      '',
    ],
  ])('reads %s', (_name, document, expected) => {
    expect(richText(document)).toBe(expected);
  });

  it.each([null, undefined, 'doc', 7, [], {}, { type: 'doc' }, { type: 'page', content: [] }])('leaves %j', (value) => {
    expect(richText(value)).toBeUndefined();
  });

  it('leaves out what is nested deeper than 50 parts', () => {
    let nested: unknown = paragraph(text('deep'));
    for (let depth = 0; depth < 100_000; depth++) nested = { type: 'blockquote', content: [nested] };

    expect(richText(doc(paragraph(text('a')), nested))).toBe('a');
  });
});
