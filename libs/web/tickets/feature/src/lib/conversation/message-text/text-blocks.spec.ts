import { textBlocks } from './text-blocks';

const kinds = (text: string) => textBlocks(text).map(({ kind }) => kind);

describe('textBlocks', () => {
  it('leaves prose unchanged', () => {
    const text = 'Please refund one.\n\nI only clicked once:\r\nsee below.';

    expect(textBlocks(text)).toEqual([{ kind: 'prose', text: text.replace('\r\n', '\n') }]);
  });

  it('separates a log from the prose around it', () => {
    const log =
      '2026-11-03 09:14  DOCKET*ANNUAL  480.00  ref 7F2K\n2026-11-04 00:02  DOCKET*ANNUAL  480.00  ref 7F2K-R';

    expect(textBlocks(`It carries another reference:\n${log}\nMy bank says no.`)).toEqual([
      { kind: 'prose', text: 'It carries another reference:' },
      { kind: 'log', text: log },
      { kind: 'prose', text: 'My bank says no.' },
    ]);
  });

  it.each([
    ['a JavaScript stack', '    at open (file.js:3:1)\n    at run (file.js:9:7)'],
    ['a Python stack', 'Traceback (most recent call last):\n  File "a.py", line 3\n    open()'],
    ['levels', 'INFO: start\nERROR: disk is full'],
    ['times', '09:14:07 start\n09:14:08 stop'],
    ['JSON', '{\n  "code": 502,\n  "text": "Bad Gateway"\n}'],
    ['an empty line inside', 'ERROR: one\n\nERROR: two'],
    ['a fence', '```\nwhatever\nis in here\n```'],
  ])('recognizes %s', (_name, log) => {
    expect(kinds(`Look:\n${log}\nthat is all.`)).toEqual(['prose', 'log', 'prose']);
  });

  it('does not treat a single line as a log', () => {
    expect(kinds('Since\n2026-11-03 09:14\nnothing works.')).toEqual(['prose']);
  });

  it('does not treat an unclosed fence as a log', () => {
    expect(kinds('```\nnever closed')).toEqual(['prose']);
  });

  it.each([
    ['a stack', ` at ${'x'.repeat(100_000)}`],
    ['columns', `a  ${'b'.repeat(100_000)}`],
    ['columns of words', `a  ${'b '.repeat(50_000)}`],
    ['spaces', ' '.repeat(100_000)],
    ['fences', '```\na\n'.repeat(14_000)],
  ])('handles 100,000 characters that start like %s', (_name, text) => {
    // Quadratic patterns need 2 to 20 s for each of these; linear ones a few ms.
    expect(
      textBlocks(text)
        .map((block) => block.text)
        .join('\n'),
    ).toBe(text);
  });

  it('keeps every character', () => {
    const text = '\n\nERROR: a\nERROR: b\n\n\nend\n    code\n\tcode\n\n';

    expect(
      textBlocks(text)
        .map((block) => block.text)
        .join('\n'),
    ).toBe(text);
  });
});
