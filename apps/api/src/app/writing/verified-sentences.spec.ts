import type { ConversationPart } from './conversation-text';
import { toModelText } from '../classifier';
import { SENTENCES_MAX, SENTENCE_MAX_LENGTH, verifiedSentences } from './verified-sentences';

const part = (description: string, messageId: number | null): ConversationPart => ({
  messageId,
  from: 'requester',
  text: toModelText({ description }),
});
const PARTS = [
  part('We were charged twice\n  for invoice 2041, see https://status.desk.example/2041.', null),
  part('It’s the “blue” card — ﬁrst charged in May', 71),
  part('Write to nora@example.com', 72),
];

const check = (...sentences: unknown[]) => verifiedSentences({ sentences }, PARTS);
const QUOTE = 'charged twice for invoice 2041';

describe('a sentence', () => {
  it.each([
    ['a quote over a line break', QUOTE, 0, null],
    ['a quote of a message', 'first charged in May', 1, 71],
    ['another apostrophe and other quotation marks', `It's the "blue" card`, 1, 71],
    ['the wrong part', QUOTE, 2, null],
    ['no part', QUOTE, undefined, null],
    ['a part that is no number', QUOTE, 'constructor', null],
    ['a masked detail', 'Write to [email]', 2, 72],
  ])('stands with %s', (_what, quote, number, messageId) => {
    expect(check({ text: ' They pay\n twice. ', quote, part: number })).toMatchObject({
      sentences: [{ text: 'They pay twice.', messageId }],
      written: 1,
    });
  });

  it.each([
    ['an invented quote', { quote: 'we will refund you today' }],
    ['a short quote', { quote: 'charged' }],
    ['a quote from two parts', { quote: 'invoice 2041, see the card' }],
    ['a quote of white space', { quote: ' '.repeat(20) }],
    ['a quote that is no text', { quote: 7 }],
    ['no quote', { quote: undefined }],
    ['a detail that was masked', { quote: 'Write to nora@example.com' }],
    ['no text', { text: ' ' }],
    ['a text that is no text', { text: ['They pay'] }],
    ['a text that is too long', { text: 'x'.repeat(SENTENCE_MAX_LENGTH + 1) }],
    ['a text of a million characters', { text: 'x '.repeat(500_000) }],
    ['a character that turns the direction of text', { text: 'They pay \u202etwice' }],
    ['a terminal escape', { text: 'They \u001b[31mpay' }],
    ['half a surrogate pair', { text: 'They pay \ud83d' }],
    ['a foreign link', { text: 'Log in at https://evil.example/2041' }],
    ['a foreign address without a scheme', { text: 'Log in at evil.example/login' }],
    ['a foreign address in another script', { text: 'Log in at пример.рф or 例え.jp/login' }],
    ['the beginning of an address', { text: 'See status.desk.exam' }],
    ['the end of an address', { text: 'See tatus.desk.example' }],
    ['another page of a known address', { text: 'See https://status.desk.example/2042' }],
    ['a foreign address of mail', { text: 'Write to help@evil.example' }],
    ['a link of another scheme', { text: 'Open ftp://evil/x' }],
  ])('goes with %s', (_what, fields) => {
    expect(check({ text: 'They pay twice.', quote: QUOTE, part: 0, ...fields })).toEqual({ sentences: [], written: 1 });
  });

  it.each([
    'See https://status.desk.example/2041.',
    'See status.desk.example (2041).',
    'Version 2.14 fails, e.g. at 10.30.',
  ])('keeps a link that the conversation has: %s', (text) => {
    expect(check({ text, quote: QUOTE, part: 0 })?.sentences).toHaveLength(1);
  });
});

it.each([[undefined], [null], [7], ['text'], [{}], [{ sentences: 'none' }], [{ sentences: { length: 3 } }]])(
  'has no sentences in %j',
  (answer) => {
    expect(verifiedSentences(answer, PARTS)).toBeUndefined();
  },
);

it('leaves out what is no sentence, and looks at a limited number', () => {
  const good = { text: 'They pay twice.', quote: QUOTE, part: 0 };

  expect(check(null, 7, 'text', [], good)).toMatchObject({ sentences: [{ text: 'They pay twice.' }], written: 5 });
  expect(check(...Array<object>(100_000).fill(good))).toMatchObject({ written: SENTENCES_MAX });
});
