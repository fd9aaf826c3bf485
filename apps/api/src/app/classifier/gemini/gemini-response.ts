import { toPrintable } from '@docket/domain';
import { cutText } from '../../platform/validation/cut-text';
import type { ModelUsage } from '../model-usage';
import { ClassifierFailure } from '../classifier-failure';

/** An object in untrusted JSON. */
type UntrustedObject = Readonly<Record<string, unknown>> | undefined;

/** An answer of Gemini. */
export interface GeminiAnswer {
  /** Untrusted; undefined if the answer is not a JSON object. */
  readonly json: UntrustedObject;
  readonly usage: ModelUsage;
}

/** Finish reasons with which Gemini blocks a response. */
const BLOCKED_FINISH_REASONS: readonly unknown[] = [
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
];
/** Keeps log lines short, because the service may send any text. */
const MODEL_VERSION_MAX_LENGTH = 100;
const CODE_FENCE = '```';

/**
 * Reads the JSON of a response, with code fences or without. Replaces `text()` of the SDK, which throws for some blocked responses only
 * and includes thoughts.
 * @throws ClassifierFailure `blocked`, `truncated`, or `upstream_error` for an empty response
 */
export function readGeminiAnswer(body: unknown): GeminiAnswer {
  const response = asObject(body);
  const usage = readUsage(response);
  const candidate = asObject(asArray(response?.['candidates'])[0]);
  const finishReason = candidate?.['finishReason'];
  if (asObject(response?.['promptFeedback'])?.['blockReason'] || BLOCKED_FINISH_REASONS.includes(finishReason)) {
    throw new ClassifierFailure('blocked', { usage });
  }
  if (finishReason === 'MAX_TOKENS') throw new ClassifierFailure('truncated', { usage });
  const text = readText(candidate);
  if (!text) throw new ClassifierFailure('upstream_error', { usage, retry: 'after-delay' });
  return { json: parseObject(withoutCodeFence(text)), usage };
}

/** Joins the text parts of a candidate, without the model's thoughts. */
function readText(candidate: UntrustedObject): string {
  const parts = asArray(asObject(candidate?.['content'])?.['parts']).map(asObject);
  const texts = parts.map((part) => (part?.['thought'] || typeof part?.['text'] !== 'string' ? '' : part['text']));
  return texts.join('').trim();
}

/** Removes a code fence with an optional name of a language. */
function withoutCodeFence(text: string): string {
  if (!text.startsWith(CODE_FENCE) || !text.endsWith(CODE_FENCE)) return text;
  return text.slice(CODE_FENCE.length, -CODE_FENCE.length).replace(/^[a-z]+/i, '');
}

function parseObject(text: string): UntrustedObject {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined;
  }
}

function readUsage(response: UntrustedObject): ModelUsage {
  const modelVersion = response?.['modelVersion'];
  const counts = asObject(response?.['usageMetadata']);
  const count = (key: string) => (Number.isSafeInteger(counts?.[key]) ? Number(counts?.[key]) : undefined);
  return {
    modelVersion:
      typeof modelVersion === 'string' ? cutText(toPrintable(modelVersion), MODEL_VERSION_MAX_LENGTH) : undefined,
    promptTokens: count('promptTokenCount'),
    outputTokens: count('candidatesTokenCount'),
    thoughtTokens: count('thoughtsTokenCount'),
  };
}

function asObject(value: unknown): UntrustedObject {
  return typeof value === 'object' && value !== null ? (value as UntrustedObject) : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
