import { FALLBACK_SUGGESTION, type FallbackReason, type SuggestedProperties } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { remainingMs, startWaiting } from '../platform/context/work-context';
import { ClassifierFailure } from './classifier-failure';
import { ClassifierProvider } from './classifier.provider';
import { Deadline } from './policies/deadline';
import { type ClassifiableText, type ModelText, toModelText } from './privacy/model-text';
import { type WordsSuggestion, suggestByWords } from './words/suggest-by-words';

/** Properties for a new ticket, in place of a suggestion of the model. */
export interface Fallback extends SuggestedProperties {
  readonly usedFallback: true;
  readonly fallbackReason: FallbackReason;
  /** What the words of the ticket suggest, if they say enough. */
  readonly local?: WordsSuggestion;
}

/** Suggested properties for a new ticket: those of the model, or the fallback. */
export type Suggestion = (SuggestedProperties & { readonly usedFallback: false }) | Fallback;

/** Time of a request that remains for the response, in milliseconds. */
const RESPONSE_MS = 500;

/** Suggests a category and a priority. If the model fails, returns a fallback, with what the words of the ticket suggest. */
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
    const modelText = toModelText(text, this.settings.phoneCountries);
    try {
      const { category, priority } = await deadline.race(this.provider.classify(modelText, deadline));
      return { category, priority, usedFallback: false };
    } catch (error) {
      return this.fallback(modelText, error);
    } finally {
      stopWaiting();
      deadline.clear();
    }
  }

  private fallback(text: ModelText, error: unknown): Fallback {
    const local = this.settings.CLASSIFIER.endsWith('local') ? suggestByWords(text) : undefined;
    const fallbackReason = this.toFallbackReason(error);
    return { ...FALLBACK_SUGGESTION, usedFallback: true, fallbackReason, ...(local && { local }) };
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
