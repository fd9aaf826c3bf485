import { ClassifierFailure } from '../classifier-failure';
import { readGeminiAnswer } from './gemini-answer';

const says = (text: unknown, finishReason = 'STOP') => ({
  candidates: [{ finishReason, content: { parts: [{ text }] } }],
});
const labels = '{"category":"billing","priority":"low"}';

function failureOf(body: unknown): ClassifierFailure {
  try {
    readGeminiAnswer(body);
  } catch (error) {
    if (error instanceof ClassifierFailure) return error;
  }
  throw new Error('The answer was not refused');
}

describe('readGeminiAnswer', () => {
  it.each([
    ['bare JSON', labels],
    ['JSON in fences', `\`\`\`json\n${labels}\n\`\`\``],
    ['JSON in fences without a language', `\`\`\`${labels}\`\`\``],
    ['JSON with more in it', '{"reason":"a fee","category":"billing","priority":"low"}'],
  ])('reads %s', (_what, text) => {
    expect(readGeminiAnswer(says(text))).toMatchObject({ category: 'billing', priority: 'low' });
  });

  it('skips thoughts and joins the other parts', () => {
    const parts = [
      { text: '{"category":"general"}', thought: true },
      { text: labels.slice(0, 9) },
      { text: labels.slice(9) },
    ];

    expect(readGeminiAnswer({ candidates: [{ content: { parts } }] })).toMatchObject({ category: 'billing' });
  });

  it('tells the version that answered, and the tokens', () => {
    const usageMetadata = { promptTokenCount: 700, candidatesTokenCount: 12, thoughtsTokenCount: 3 };

    const { usage } = readGeminiAnswer({ ...says(labels), usageMetadata, modelVersion: 'gemini-2.5-flash-001' });

    expect(usage).toEqual({
      modelVersion: 'gemini-2.5-flash-001',
      promptTokens: 700,
      outputTokens: 12,
      thoughtTokens: 3,
    });
  });

  it.each(['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'])(
    'calls an answer that ended with %s blocked, whatever it says',
    (finishReason) => {
      expect(failureOf(says(labels, finishReason)).reason).toBe('blocked');
    },
  );

  it('calls a refused prompt blocked', () => {
    expect(failureOf({ promptFeedback: { blockReason: 'OTHER' } }).reason).toBe('blocked');
  });

  it('calls an answer that ran out of tokens truncated', () => {
    expect(failureOf(says('{"category":"bill', 'MAX_TOKENS')).reason).toBe('truncated');
  });

  it.each([
    ['nothing', null],
    ['no candidates', { candidates: [] }],
    ['no content', { candidates: [{ finishReason: 'STOP' }] }],
    ['no parts', { candidates: [{ content: { parts: [] } }] }],
    ['spaces', says('  \n')],
    ['candidates that are no list', { candidates: 'none' }],
    ['parts that are no list', { candidates: [{ content: { parts: {} } }] }],
    ['parts that are null', { candidates: [{ content: { parts: [null] } }] }],
    ['a text that is no text', says(7)],
  ])('calls %s an empty answer, worth a second attempt', (_what, body) => {
    expect(failureOf(body)).toMatchObject({ reason: 'upstream_error', details: { retry: 'after a pause' } });
  });

  it.each([
    ['prose', 'It is billing.'],
    ['an unknown category', '{"category":"spam","priority":"low"}'],
    ['an unknown priority', '{"category":"billing","priority":"urgent"}'],
    ['another case', '{"category":"Billing","priority":"low"}'],
    ['a label too few', '{"category":"billing"}'],
    ['a list', `[${labels}]`],
    ['null', 'null'],
    ['a number', '7'],
  ])('refuses %s for good', (_what, text) => {
    const failure = failureOf(says(text));

    expect(failure.reason).toBe('invalid_output');
    expect(failure.details.retry).toBeUndefined();
  });

  it('keeps a long version short, and figures that are none out', () => {
    const usageMetadata = { promptTokenCount: 'many', candidatesTokenCount: 1.5 };

    const { usage } = readGeminiAnswer({ ...says(labels), usageMetadata, modelVersion: 'x'.repeat(5000) });

    expect(usage?.modelVersion).toHaveLength(100);
    expect(usage).toMatchObject({ promptTokens: undefined, outputTokens: undefined });
  });
});
