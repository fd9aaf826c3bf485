/** Public API of the ledger of suggestions. Other features import from this file only. */
export { type CalibrationBin, type ModelCalibration, ModelCalibrations } from './calibration/model-calibration';
export { type DecidedCategory, DecidedCategories } from './decisions/decided-categories';
export { ERASE_REQUESTER_COMMAND } from './erasure/erase-requester-command';
export type { AnsweredRequest } from './ledger/answered-request';
export { type Choice, SuggestionChoices } from './ledger/suggestion-choices';
export { SuggestionLedger } from './ledger/suggestion-ledger';
export { CASES_MIN } from './quality/measured';
export { simulateYear } from './simulation/simulate-year';
export { SuggestionsModule } from './suggestions.module';
export { TextLedger } from './texts/text-ledger';
export type { WrittenText } from './texts/written-text';
