import type { FallbackReason } from '@docket/domain';
import { Logger } from '@nestjs/common';
import type { ClassifierAnswer } from './classifier.provider';
import { ClassifierFailure } from './classifier-failure';
import { PROMPT_VERSION } from './classifier-prompt';

/** What to do about a failure that somebody has to mend; the log line says it. */
const HINTS: Partial<Record<FallbackReason, string>> = {
  model_not_found: 'The model is not offered, or no longer, to this key: change GEMINI_MODEL',
  unauthorized: 'The key was refused: check GEMINI_API_KEY',
  budget: 'The calls of this UTC day are used up: see CLASSIFY_DAILY_LIMIT',
};

/** What one classification took. */
export interface CallEffort {
  /** Calls that were made: none, when something spoke against the first one. */
  readonly attempts: number;
  readonly latencyMs: number;
}

/** One line for each classification that is not answered from memory. Takes figures and names only: no text, no key, no error. */
export class ClassifierLog {
  private readonly logger = new Logger('Classifier');

  constructor(private readonly model: string) {}

  record(outcome: ClassifierAnswer | ClassifierFailure, { attempts, latencyMs }: CallEffort): void {
    const failure = outcome instanceof ClassifierFailure ? outcome : undefined;
    const usage = outcome instanceof ClassifierFailure ? outcome.details.usage : outcome.usage;
    const hint = failure && HINTS[failure.reason];
    const line = {
      msg: hint ?? (failure ? 'No suggestion' : 'Suggested labels'),
      outcome: failure?.reason ?? 'answered',
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
