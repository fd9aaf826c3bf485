import { oneOf, TICKET_CATEGORIES, TICKET_PRIORITIES } from '@docket/domain';
import type { ClassifierAnswer } from '../classifier.provider';
import type { ModelUsage } from '../model-usage';
import { ClassifierFailure } from '../classifier-failure';

/** A part of JSON from elsewhere, of which nothing is known. */
type Unknown = Readonly<Record<string, unknown>> | undefined;

const BLOCKED: readonly unknown[] = [
  'SAFETY',
  'RECITATION',
  'LANGUAGE',
  'BLOCKLIST',
  'PROHIBITED_CONTENT',
  'SPII',
  'IMAGE_SAFETY',
];
/** A log line is no place for whatever a service cares to send. */
const MODEL_VERSION_MAX_LENGTH = 100;
const CODE_FENCE = /^```[a-z]*\s*([^]*?)\s*```$/i;

/**
 * Reads the labels from an answer. The SDK's own `text()` throws for some of the blocked answers only, and glues thoughts in.
 * @throws ClassifierFailure `blocked`, `truncated`, `upstream_error` for an empty answer, or `invalid_output`
 */
export function readGeminiAnswer(body: unknown): ClassifierAnswer {
  const answer = asObject(body);
  const usage = readUsage(answer);
  const candidate = asObject(asArray(answer?.['candidates'])[0]);
  const finishReason = candidate?.['finishReason'];
  if (asObject(answer?.['promptFeedback'])?.['blockReason'] || BLOCKED.includes(finishReason)) {
    throw new ClassifierFailure('blocked', { usage });
  }
  if (finishReason === 'MAX_TOKENS') throw new ClassifierFailure('truncated', { usage });
  const text = readText(candidate);
  if (!text) throw new ClassifierFailure('upstream_error', { usage, retry: 'after a pause' });
  return { ...readLabels(text, usage), usage };
}

/** The parts of a candidate in one, without the model's thoughts. */
function readText(candidate: Unknown): string {
  const parts = asArray(asObject(candidate?.['content'])?.['parts']).map(asObject);
  const texts = parts.map((part) => (part?.['thought'] || typeof part?.['text'] !== 'string' ? '' : part['text']));
  return texts.join('').trim();
}

/** Fences and unknown labels do occur, in spite of the schema that was asked for. */
function readLabels(text: string, usage: ModelUsage): ClassifierAnswer {
  const labels = parseObject(text.replace(CODE_FENCE, '$1'));
  const category = oneOf(TICKET_CATEGORIES, labels?.['category']);
  const priority = oneOf(TICKET_PRIORITIES, labels?.['priority']);
  if (!category || !priority) throw new ClassifierFailure('invalid_output', { usage });
  return { category, priority };
}

function parseObject(text: string): Unknown {
  try {
    return asObject(JSON.parse(text));
  } catch {
    return undefined; // the caller says what that means
  }
}

function readUsage(answer: Unknown): ModelUsage {
  const modelVersion = answer?.['modelVersion'];
  const counts = asObject(answer?.['usageMetadata']);
  const count = (key: string) => (Number.isSafeInteger(counts?.[key]) ? Number(counts?.[key]) : undefined);
  return {
    modelVersion: typeof modelVersion === 'string' ? modelVersion.slice(0, MODEL_VERSION_MAX_LENGTH) : undefined,
    promptTokens: count('promptTokenCount'),
    outputTokens: count('candidatesTokenCount'),
    thoughtTokens: count('thoughtsTokenCount'),
  };
}

function asObject(value: unknown): Unknown {
  return typeof value === 'object' && value !== null ? (value as Unknown) : undefined;
}

function asArray(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}
