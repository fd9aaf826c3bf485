import { FALLBACK_SUGGESTION, type FallbackReason, type SuggestedProperties } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { remainingMs, startWaiting } from '../platform/context/work-context';
import { type LabelledCounter, Metrics } from '../platform/metrics/metrics';
import { type CalibrationBin, SuggestionLedger } from '../suggestions';
import { ClassifierFailure } from './classifier-failure';
import { ClassifierProvider, type ClassifierResult } from './classifier.provider';
import { toAnsweredRequest } from './answered-request';
import { ActiveCalibration } from './learned/active-calibration';
import { ActiveModel } from './learned/active-model';
import { type LocalSuggestion, suggestLocally } from './local-suggestion';
import { priceOf } from './model-price';
import { Deadline } from './policies/deadline';
import { type ClassifiableText, type ModelText, toModelText } from './privacy/model-text';

/** Properties for a new ticket, in place of a suggestion of the model. */
interface Fallback extends SuggestedProperties {
  readonly usedFallback: true;
  readonly fallbackReason: FallbackReason;
  /** The local suggestion, if the trained model or the words of the ticket are sure enough. */
  readonly local?: LocalSuggestion;
  /** Accuracy of the trained model at this confidence; undefined for the words, and for too few cases. */
  readonly calibration?: CalibrationBin;
}

/** Suggested properties for a new ticket: those of the model, or the fallback. */
export type Suggestion = ((SuggestedProperties & { readonly usedFallback: false }) | Fallback) & {
  /** The id of its row in the ledger; undefined if no classifier is configured. */
  readonly id?: string;
  /** Whether the client hides the suggestion, to compare it with the unbiased choice of the person. */
  readonly isBlind?: boolean;
};

/**
 * Whether the client hides the suggestion from its person. `impossible`: a program. `share`: a form, for which the API hides a share of
 * them. `hide` and `show`: a form that repeats the decision for the same person and ticket.
 */
export type Hiding = 'impossible' | 'share' | 'hide' | 'show';

/** Part of the remaining time of a request that is reserved for the response, in milliseconds. */
const RESPONSE_MS = 500;

/** Suggests a category and a priority. If the language model fails, returns a fallback, with the local suggestion. */
@Injectable()
export class ClassifierService {
  private readonly logger = new Logger(ClassifierService.name);
  private readonly outcomes: LabelledCounter;

  constructor(
    private readonly provider: ClassifierProvider,
    private readonly settings: Settings,
    private readonly ledger: SuggestionLedger,
    private readonly learnedModel: ActiveModel,
    private readonly calibration: ActiveCalibration,
    metrics: Metrics,
  ) {
    this.outcomes = metrics.counter(
      'docket_classifier_total',
      'Requests for a suggestion: answered by the model, or the reason of the fallback.',
      'reason',
    );
  }

  /**
   * Never rejects, and never takes longer than CLASSIFY_DEADLINE_MS or the time of the request, so a failing model does not prevent filing
   * a ticket.
   */
  async suggest(text: ClassifiableText, hiding: Hiding = 'impossible'): Promise<Suggestion> {
    const startedAt = performance.now();
    const modelText = toModelText(text, this.settings.phoneCountries);
    const outcome = await this.askModel(modelText);
    this.outcomes.add(outcome instanceof ClassifierFailure ? outcome.reason : 'answered');
    const hasLocal = this.settings.hasLocalClassifier;
    const local = hasLocal ? suggestLocally(modelText, this.learnedModel) : undefined;
    const suggestion = outcome instanceof ClassifierFailure ? this.toFallback(outcome, local) : toSuggestion(outcome);
    if (suggestion.usedFallback && suggestion.fallbackReason === 'not_configured' && !hasLocal) return suggestion;
    const hasSuggestion = !suggestion.usedFallback || local !== undefined;
    const asked = {
      surface: hiding === 'impossible' ? ('api' as const) : ('form' as const),
      isBlind: hasSuggestion && this.hides(hiding),
      characters: modelText.length,
      latencyMs: performance.now() - startedAt,
      model: this.settings.GEMINI_MODEL,
      price: priceOf(this.settings.GEMINI_MODEL, this.settings.modelPrices),
    };
    const id = this.ledger.record(toAnsweredRequest(asked, outcome, local));
    return { ...suggestion, isBlind: asked.isBlind, id };
  }

  private toFallback({ reason }: ClassifierFailure, local: LocalSuggestion | undefined): Suggestion {
    const calibration = local?.model === 'learned' ? this.calibration.of(local) : undefined;
    return {
      ...FALLBACK_SUGGESTION,
      usedFallback: true,
      fallbackReason: reason,
      ...(local && { local }),
      ...(calibration && { calibration }),
    };
  }

  private hides(hiding: Hiding): boolean {
    return hiding === 'hide' || (hiding === 'share' && Math.random() < this.settings.CLASSIFY_BLIND_SHARE);
  }

  private async askModel(text: ModelText): Promise<ClassifierResult | ClassifierFailure> {
    const deadline = new Deadline(Math.min(this.settings.CLASSIFY_DEADLINE_MS, remainingMs() - RESPONSE_MS));
    const stopWaiting = startWaiting('model');
    try {
      return await deadline.race(this.provider.classify(text, deadline));
    } catch (error) {
      return this.toFailure(error);
    } finally {
      stopWaiting();
      deadline.clear();
    }
  }

  private toFailure(error: unknown): ClassifierFailure {
    if (error instanceof ClassifierFailure) return error;
    // A bug in the classifier. Only its stack is logged: its message could quote the ticket or the API key.
    this.logger.error({ msg: 'Unexpected error in the classifier', at: stackFrames(error) });
    return new ClassifierFailure('upstream_error');
  }
}

function toSuggestion({ category, priority }: ClassifierResult): Suggestion {
  return { category, priority, usedFallback: false };
}

function stackFrames(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return frames.join('\n');
}
