import type { FallbackReason } from '@docket/domain';
import { Logger } from '@nestjs/common';
import type { ClassifierResult } from './classifier.provider';
import { ClassifierFailure } from './classifier-failure';
import { PROMPT_VERSION } from './classifier-prompt';

/** Log messages for failures that an administrator has to fix. */
const HINTS: Partial<Record<FallbackReason, string>> = {
  model_not_found: 'The model is not available to this API key: change GEMINI_MODEL',
  unauthorized: 'The API key was rejected: check GEMINI_API_KEY',
  budget: 'The daily limit of calls is reached; it resets at 00:00 UTC: see CLASSIFY_DAILY_LIMIT',
};

/** Number of calls and duration of one classification. */
export interface CallMetrics {
  /** Calls to the service; 0 if a policy rejected the first one. */
  readonly attempts: number;
  readonly latencyMs: number;
}

/**
 * Logs one line per classification that the cache did not answer. Lines contain numbers and identifiers only: never the ticket, the
 * API key or an error message.
 */
export class ClassifierLog {
  private readonly logger = new Logger('Classifier');

  constructor(private readonly model: string) {}

  record(outcome: ClassifierResult | ClassifierFailure, { attempts, latencyMs }: CallMetrics): void {
    const failure = outcome instanceof ClassifierFailure ? outcome : undefined;
    const usage = outcome instanceof ClassifierFailure ? outcome.details.usage : outcome.usage;
    const hint = failure && HINTS[failure.reason];
    const line = {
      msg: hint ?? (failure ? 'No suggestion' : 'Suggested category and priority'),
      outcome: failure?.reason ?? 'suggested',
      prompt_version: PROMPT_VERSION,
      model: this.model,
      model_version: usage?.modelVersion,
      attempts,
      latency_ms: Math.round(latencyMs),
      prompt_tokens: usage?.promptTokens,
      output_tokens: usage?.outputTokens,
      thought_tokens: usage?.thoughtTokens,
      http_status: failure?.details.status,
    };
    if (!failure) this.logger.log(line);
    else if (hint) this.logger.error(line);
    else this.logger.warn(line);
  }
}
