import { ClassifierFailure } from '../classifier-failure';
import type { ClassifierLog } from '../classifier-log';
import type { ClassifierProvider, ClassifierResult } from '../classifier.provider';
import type { ModelText } from '../privacy/model-text';
import type { Deadline } from './deadline';
import type { GuardedCalls } from './guarded-calls';

/** Applies the resilience policies to a classifier. Logs one line per classification. */
export class ResilientClassifier implements ClassifierProvider {
  constructor(
    private readonly inner: ClassifierProvider,
    private readonly log: ClassifierLog,
    private readonly calls: GuardedCalls,
  ) {}

  async classify(text: ModelText, deadline: Deadline): Promise<ClassifierResult> {
    const startedAt = performance.now();
    const { outcome, attempts } = await this.calls.run(() => this.inner.classify(text, deadline), deadline);
    this.log.record(outcome, { attempts, latencyMs: performance.now() - startedAt });
    if (outcome instanceof ClassifierFailure) {
      throw new ClassifierFailure(outcome.reason, { ...outcome.details, attempts });
    }
    return { ...outcome, attempts };
  }
}
