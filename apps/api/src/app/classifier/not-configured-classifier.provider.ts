import { ClassifierFailure } from './classifier-failure';
import type { ClassifierResult, ClassifierProvider } from './classifier.provider';

/** Used without an API key: rejects every call, so all suggestions are fallbacks. */
export class NotConfiguredClassifier implements ClassifierProvider {
  async classify(): Promise<ClassifierResult> {
    throw new ClassifierFailure('not_configured');
  }
}
