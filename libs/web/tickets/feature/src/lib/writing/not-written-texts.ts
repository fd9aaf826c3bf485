import type { NotWrittenReason } from '@docket/web/conversation/data';

const UNAVAILABLE = 'The model is not available right now.';
const REJECTED = 'The model rejects the requests of this desk. The log of the API says why.';
const UNUSABLE = 'The answer of the model could not be used.';

/** Texts for the reasons why the model wrote nothing. */
export const NOT_WRITTEN_TEXTS: Readonly<Record<NotWrittenReason, string>> = {
  not_configured: 'No language model is configured.',
  timeout: 'The model took too long.',
  rate_limited: UNAVAILABLE,
  overloaded: 'The model is busy. Try again in a moment.',
  circuit_open: UNAVAILABLE,
  network: UNAVAILABLE,
  upstream_error: UNAVAILABLE,
  unauthorized: REJECTED,
  model_not_found: REJECTED,
  bad_request: REJECTED,
  blocked: 'The model declined this conversation.',
  truncated: UNUSABLE,
  invalid_output: UNUSABLE,
  unverified: 'The answer of the model did not match the conversation.',
  budget: 'The budget of the model is used up.',
};
