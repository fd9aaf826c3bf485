import { ClassifierFailure } from './classifier-failure';
import type { ClassifierResult, ClassifierProvider } from './classifier.provider';

/** Used without an API key: rejects every call, so all suggestions are fallbacks. */
export class NotConfiguredClassifier implements ClassifierProvider {
  classify(): Promise<ClassifierResult> {
    return Promise.reject(new ClassifierFailure('not_configured'));
  }
}
