/** Public API of the classifier feature. Other features import from this file only. */
export { ClassifierFailure } from './classifier-failure';
export { ClassifierModule } from './classifier.module';
export { evaluate } from './evaluation/evaluate-command';
export { fitUrgency } from './evaluation/fit-urgency';
export { measureUrgency, urgencyTable } from './evaluation/measure-urgency';
export { type GeminiQuestion, SchemaType } from './gemini/gemini-model';
export type { GeminiAnswer } from './gemini/gemini-response';
export { LanguageModel } from './language-model';
export { Deadline } from './policies/deadline';
export { MODEL_TEXT_MAX_LENGTH, type ModelText, toModelText } from './privacy/model-text';
