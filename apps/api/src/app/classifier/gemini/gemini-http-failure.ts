import { ClassifierFailure } from '../classifier-failure';

/** An answer of Gemini's REST API that is an error. */
export interface GeminiHttpError {
  readonly status: number;
  readonly message: string;
  /** An array of google.rpc details, such as RetryInfo and ErrorInfo; or whatever else the service sent. */
  readonly details: unknown;
  /** Whether the request carried a thinking budget, which some models refuse. */
  readonly sentThinkingBudget: boolean;
}

/** What an error status means. Nothing of the message goes on: it may quote the request. */
export function geminiHttpFailure(error: GeminiHttpError): ClassifierFailure {
  const { status } = error;
  if (status === 429) return new ClassifierFailure('rate_limited', { status, pauseMs: readRetryDelay(error) });
  if (status === 404) return new ClassifierFailure('model_not_found', { status });
  if (status === 401 || status === 403 || isBadKey(error)) return new ClassifierFailure('unauthorized', { status });
  if (status === 408 || status >= 500)
    return new ClassifierFailure('upstream_error', { status, retry: 'after a pause' });
  const retry = refusesThinkingBudget(error) ? 'at once' : undefined;
  return new ClassifierFailure('bad_request', { status, retry });
}

/** A 400 that goes away when the thinking budget does. */
export function refusesThinkingBudget({ status, message, sentThinkingBudget }: GeminiHttpError): boolean {
  return sentThinkingBudget && status === 400 && /thinking/i.test(message);
}

/** Gemini answers 400, not 401, to a key that it does not know. */
function isBadKey({ status, message, details }: GeminiHttpError): boolean {
  const isNamed = objectsIn(details).some(({ reason }) => reason === 'API_KEY_INVALID');
  return status === 400 && (isNamed || /API key (not valid|expired|not found)/i.test(message));
}

/** Milliseconds of a RetryInfo, whose delay is a protobuf duration such as "13.5s". */
function readRetryDelay({ details }: GeminiHttpError): number | undefined {
  const retryInfo = objectsIn(details).find((detail) => String(detail['@type']).endsWith('google.rpc.RetryInfo'));
  const seconds = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(String(retryInfo?.['retryDelay']))?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function objectsIn(details: unknown): Record<string, unknown>[] {
  return Array.isArray(details) ? details.filter((detail) => typeof detail === 'object' && detail !== null) : [];
}
