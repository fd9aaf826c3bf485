import type { Settings } from '../../platform/config/settings';
import type { Provider } from '../quality/quality-range';

/** Whose suggestions people see first: the language model's if one is configured. */
export function firstProvider({ GEMINI_API_KEY, CLASSIFIER }: Settings): Provider {
  return GEMINI_API_KEY?.trim() && CLASSIFIER.startsWith('gemini') ? 'gemini' : 'local';
}
