import { ClassifierFailure } from './classifier-failure';
import type { ClassifierAnswer, ClassifierProvider } from './classifier.provider';

/** Stands in when there is no key: the product works all the same, without suggestions. */
export class NotConfiguredClassifier implements ClassifierProvider {
  async classify(): Promise<ClassifierAnswer> {
    throw new ClassifierFailure('not_configured');
  }
}
