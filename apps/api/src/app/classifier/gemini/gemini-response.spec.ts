import { ClassifierFailure } from '../classifier-failure';
import { toClassifierResult } from './gemini-classifier.provider';
import { readGeminiAnswer } from './gemini-response';

const readProperties = (body: unknown) => toClassifierResult(readGeminiAnswer(body));

const responseWithText = (text: unknown, finishReason = 'STOP') => ({
  candidates: [{ finishReason, content: { parts: [{ text }] } }],
});
const properties = '{"category":"billing","priority":"low"}';

function failureOf(body: unknown): ClassifierFailure {
  try {
    readProperties(body);
  } catch (error) {
    if (error instanceof ClassifierFailure) return error;
  }
  throw new Error('The response was accepted');
}

describe('a response of Gemini', () => {
  it.each([
    ['bare JSON', properties],
    ['JSON in fences', `\`\`\`json\n${properties}\n\`\`\``],
    ['JSON in fences without a language', `\`\`\`${properties}\`\`\``],
    ['JSON with additional fields', '{"reason":"a fee","category":"billing","priority":"low"}'],
  ])('reads %s', (_case, text) => {
    expect(readProperties(responseWithText(text))).toMatchObject({ category: 'billing', priority: 'low' });
  });

  it('joins all parts except thoughts', () => {
    const parts = [
      { text: '{"category":"general"}', thought: true },
      { text: properties.slice(0, 9) },
      { text: properties.slice(9) },
    ];

    expect(readProperties({ candidates: [{ content: { parts } }] })).toMatchObject({ category: 'billing' });
  });

  it('returns model version and tokens', () => {
    const usageMetadata = { promptTokenCount: 700, candidatesTokenCount: 12, thoughtsTokenCount: 3 };

    const { usage } = readProperties({
      ...responseWithText(properties),
      usageMetadata,
      modelVersion: 'gemini-2.5-flash-001',
    });

    expect(usage).toEqual({
      modelVersion: 'gemini-2.5-flash-001',
      promptTokens: 700,
      outputTokens: 12,
      thoughtTokens: 3,
    });
  });

  it.each(['SAFETY', 'RECITATION', 'LANGUAGE', 'BLOCKLIST', 'PROHIBITED_CONTENT', 'SPII'])(
    'treats finish reason %s as blocked, even with valid text',
    (finishReason) => {
      expect(failureOf(responseWithText(properties, finishReason)).reason).toBe('blocked');
    },
  );

  it('treats a rejected prompt as blocked', () => {
    expect(failureOf({ promptFeedback: { blockReason: 'OTHER' } }).reason).toBe('blocked');
  });

  it('treats finish reason MAX_TOKENS as truncated', () => {
    expect(failureOf(responseWithText('{"category":"bill', 'MAX_TOKENS')).reason).toBe('truncated');
  });

  it.each([
    ['null', null],
    ['no candidates', { candidates: [] }],
    ['no content', { candidates: [{ finishReason: 'STOP' }] }],
    ['no parts', { candidates: [{ content: { parts: [] } }] }],
    ['white space', responseWithText('  \n')],
    ['a string as candidates', { candidates: 'none' }],
    ['an object as parts', { candidates: [{ content: { parts: {} } }] }],
    ['null as part', { candidates: [{ content: { parts: [null] } }] }],
    ['a number as text', responseWithText(7)],
  ])('treats %s as an empty response, to retry after a delay', (_case, body) => {
    expect(failureOf(body)).toMatchObject({ reason: 'upstream_error', details: { retry: 'after-delay' } });
  });

  it.each([
    ['prose', 'It is billing.'],
    ['an unknown category', '{"category":"spam","priority":"low"}'],
    ['an unknown priority', '{"category":"billing","priority":"urgent"}'],
    ['a capitalised value', '{"category":"Billing","priority":"low"}'],
    ['a missing priority', '{"category":"billing"}'],
    ['an array', `[${properties}]`],
    ['null', 'null'],
    ['a number', '7'],
  ])('rejects %s without a retry', (_case, text) => {
    const failure = failureOf(responseWithText(text));

    expect(failure.reason).toBe('invalid_output');
    expect(failure.details.retry).toBeUndefined();
  });

  it('truncates a long model version and drops invalid token counts', () => {
    const usageMetadata = { promptTokenCount: 'many', candidatesTokenCount: 1.5 };

    const { usage } = readProperties({
      ...responseWithText(properties),
      usageMetadata,
      modelVersion: 'x'.repeat(5000),
    });

    expect(usage?.modelVersion).toBe(`${'x'.repeat(100)}…`);
    expect(usage).toMatchObject({ promptTokens: undefined, outputTokens: undefined });
  });

  it('returns a model version that a terminal can print', () => {
    const { usage } = readProperties({
      ...responseWithText(properties),
      modelVersion: 'v1\u001b[2J\nFAKE \u009b31m\u202e',
    });

    expect(usage?.modelVersion).toBe(String.raw`v1\u001b[2J\u000aFAKE \u009b31m\u202e`);
  });
});
