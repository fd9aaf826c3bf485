import { FALLBACK_SUGGESTION, type FallbackReason, type SuggestedProperties } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { remainingMs, startWaiting } from '../platform/context/work-context';
import { ClassifierFailure } from './classifier-failure';
import { ClassifierProvider } from './classifier.provider';
import { Deadline } from './policies/deadline';
import { type ClassifiableText, toModelText } from './privacy/model-text';

/** Suggested properties for a new ticket. A fallback includes its reason. */
export type Suggestion = SuggestedProperties &
  ({ readonly usedFallback: false } | { readonly usedFallback: true; readonly fallbackReason: FallbackReason });

/** Time of a request that remains for the response, in milliseconds. */
const RESPONSE_MS = 500;

/** Suggests a category and a priority, and returns a fallback if the model fails. */
@Injectable()
export class ClassifierService {
  private readonly logger = new Logger(ClassifierService.name);

  constructor(
    private readonly provider: ClassifierProvider,
    private readonly settings: Settings,
  ) {}

  /** Never rejects and never takes longer than CLASSIFY_DEADLINE_MS or the time of the request, so a failing model does not prevent filing a ticket. */
  async suggest(text: ClassifiableText): Promise<Suggestion> {
    const deadline = new Deadline(Math.min(this.settings.CLASSIFY_DEADLINE_MS, remainingMs() - RESPONSE_MS));
    const stopWaiting = startWaiting('model');
    try {
      const { category, priority } = await deadline.race(
        this.provider.classify(toModelText(text, this.settings.phoneCountries), deadline),
      );
      return { category, priority, usedFallback: false };
    } catch (error) {
      return { ...FALLBACK_SUGGESTION, usedFallback: true, fallbackReason: this.toFallbackReason(error) };
    } finally {
      stopWaiting();
      deadline.clear();
    }
  }

  private toFallbackReason(error: unknown): FallbackReason {
    if (error instanceof ClassifierFailure) return error.reason;
    // A bug in the classifier. Only its stack is logged: its message could quote the ticket or the API key.
    this.logger.error({ msg: 'Unexpected error in the classifier', at: stackFrames(error) });
    return 'upstream_error';
  }
}

function stackFrames(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return frames.join('\n');
}
