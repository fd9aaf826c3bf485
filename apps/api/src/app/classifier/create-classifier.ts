import type { Settings } from '../platform/config/settings';
import { ClassifierLog } from './classifier-log';
import type { ClassifierProvider } from './classifier.provider';
import { GeminiClassifier } from './gemini/gemini-classifier.provider';
import type { LanguageModel } from './language-model';
import { NotConfiguredClassifier } from './not-configured-classifier.provider';
import { CachedClassifier } from './policies/cached-classifier.provider';
import { ResilientClassifier } from './policies/resilient-classifier.provider';

/** Creates the classifier that the settings select. From outside to inside: cache, resilience policies, Gemini. */
export function createClassifier(settings: Settings, { gemini, calls }: LanguageModel): ClassifierProvider {
  if (!gemini) return new NotConfiguredClassifier();
  const { GEMINI_MODEL: model, CLASSIFY_DEADLINE_MS: deadlineMs } = settings;
  const resilient = new ResilientClassifier(new GeminiClassifier(gemini), new ClassifierLog(model), calls);
  return new CachedClassifier(resilient, model, deadlineMs);
}
