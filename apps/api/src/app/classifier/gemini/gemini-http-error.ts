import { ClassifierFailure } from '../classifier-failure';

/** An error response of Gemini's REST API. */
export interface GeminiHttpError {
  readonly status: number;
  readonly message: string;
  /** Expected: an array of google.rpc details such as RetryInfo and ErrorInfo. Untrusted. */
  readonly details: unknown;
  /** Whether the request had a thinking budget, which some models reject. */
  readonly sentThinkingBudget: boolean;
}

/** Maps an HTTP error to a failure. The message is dropped, because it may quote the request. */
export function failureFromHttpError(error: GeminiHttpError): ClassifierFailure {
  const { status } = error;
  if (status === 429) return new ClassifierFailure('rate_limited', { status, retryAfterMs: readRetryDelay(error) });
  if (status === 404) return new ClassifierFailure('model_not_found', { status });
  if (status === 401 || status === 403 || isInvalidKey(error)) return new ClassifierFailure('unauthorized', { status });
  if (status >= 300 && status < 400) return new ClassifierFailure('upstream_error', { status }); // not followed
  if (status === 408 || status >= 500) return new ClassifierFailure('upstream_error', { status, retry: 'after-delay' });
  const retry = rejectsThinkingBudget(error) ? 'immediately' : undefined;
  return new ClassifierFailure('bad_request', { status, retry });
}

/** Whether the model rejected the thinking budget, so that a request without one may succeed. */
export function rejectsThinkingBudget({ status, message, sentThinkingBudget }: GeminiHttpError): boolean {
  return sentThinkingBudget && status === 400 && /thinking/i.test(message);
}

/** Gemini responds 400 instead of 401 to an unknown API key. */
function isInvalidKey({ status, message, details }: GeminiHttpError): boolean {
  const hasKeyReason = filterObjects(details).some(({ reason }) => reason === 'API_KEY_INVALID');
  return status === 400 && (hasKeyReason || /API key (?:not valid|expired|not found)/i.test(message));
}

/** The delay in RetryInfo, in milliseconds. The service sends a protobuf duration such as "13.5s". */
function readRetryDelay({ details }: GeminiHttpError): number | undefined {
  const retryInfo = filterObjects(details).find((detail) => String(detail['@type']).endsWith('google.rpc.RetryInfo'));
  const seconds = /^(\d{1,9}(?:\.\d{1,9})?)s$/.exec(String(retryInfo?.['retryDelay']))?.[1];
  return seconds === undefined ? undefined : Number(seconds) * 1000;
}

function filterObjects(details: unknown): Record<string, unknown>[] {
  if (!Array.isArray(details)) return [];
  return details.filter((detail): detail is Record<string, unknown> => typeof detail === 'object' && detail !== null);
}
