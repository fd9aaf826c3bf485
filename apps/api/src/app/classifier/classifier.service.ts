import { FALLBACK_LABELS, type FallbackReason, type TicketLabels } from '@docket/domain';
import { Injectable, Logger } from '@nestjs/common';
import { Settings } from '../platform/config/settings';
import { ClassifierFailure } from './classifier-failure';
import { ClassifierProvider } from './classifier.provider';
import { Deadline } from './policies/deadline';
import { type ClassifiableText, toModelText } from './privacy/model-text';

/** Labels for a ticket that is about to be filed; the fallback says why it is one. */
export type Suggestion = TicketLabels &
  ({ readonly usedFallback: false } | { readonly usedFallback: true; readonly fallbackReason: FallbackReason });

/** Suggests labels, whatever becomes of the model. */
@Injectable()
export class ClassifierService {
  private readonly logger = new Logger(ClassifierService.name);

  constructor(
    private readonly provider: ClassifierProvider,
    private readonly settings: Settings,
  ) {}

  /** Never rejects, and never takes longer than CLASSIFY_DEADLINE_MS: a ticket can always be filed, with or without the model. */
  async suggest(text: ClassifiableText): Promise<Suggestion> {
    const deadline = new Deadline(this.settings.CLASSIFY_DEADLINE_MS);
    try {
      const { category, priority } = await deadline.race(this.provider.classify(toModelText(text), deadline));
      return { category, priority, usedFallback: false };
    } catch (error) {
      return { ...FALLBACK_LABELS, usedFallback: true, fallbackReason: this.reasonOf(error) };
    } finally {
      deadline.clear();
    }
  }

  private reasonOf(error: unknown): FallbackReason {
    if (error instanceof ClassifierFailure) return error.reason;
    // A bug of ours. Its stack says where; its message could quote the text or the key.
    this.logger.error({ msg: 'The classifier failed in a way that nobody foresaw', at: framesOf(error) });
    return 'upstream_error';
  }
}

function framesOf(error: unknown): string {
  const frames = error instanceof Error ? (error.stack?.split('\n').filter((line) => /^\s+at /.test(line)) ?? []) : [];
  return frames.join('\n');
}
