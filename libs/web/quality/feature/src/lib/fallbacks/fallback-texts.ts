import type { FallbackReason } from '@docket/domain';

/** Why the model gave no suggestion, in the words of the page. */
export const FALLBACK_TEXTS: Readonly<Record<FallbackReason, string>> = {
  not_configured: 'No key',
  timeout: 'Timed out',
  rate_limited: 'Rate limited',
  overloaded: 'Model overloaded',
  circuit_open: 'Paused by errors',
  network: 'No connection',
  upstream_error: 'Model failed',
  unauthorized: 'Key refused',
  model_not_found: 'Model not found',
  bad_request: 'Request refused',
  blocked: 'Text blocked',
  truncated: 'Answer cut off',
  invalid_output: 'Unusable answer',
  budget: 'Budget spent',
};
