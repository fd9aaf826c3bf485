import type { Settings } from '../platform/config/settings';
import { CachedClassifier } from './policies/cached-classifier.provider';
import type { CallBudget } from './policies/call-budget';
import { ClassifierLog } from './classifier-log';
import type { ClassifierProvider } from './classifier.provider';
import { GeminiClassifier } from './gemini/gemini-classifier.provider';
import { NotConfiguredClassifier } from './not-configured-classifier.provider';
import { ResilientClassifier } from './policies/resilient-classifier.provider';

/** Creates the classifier that the settings select. From outside to inside: cache, resilience policies, Gemini. */
export function createClassifier(settings: Settings, budget: CallBudget): ClassifierProvider {
  const { CLASSIFIER, GEMINI_API_KEY: apiKey, GEMINI_MODEL: model, GEMINI_BASE_URL: baseUrl } = settings;
  if (!apiKey?.trim() || !CLASSIFIER.startsWith('gemini')) return new NotConfiguredClassifier();
  const gemini = new GeminiClassifier({ apiKey, model, baseUrl });
  const resilient = new ResilientClassifier(gemini, new ClassifierLog(model), budget);
  return new CachedClassifier(resilient, model, settings.CLASSIFY_DEADLINE_MS);
}
