import type { TicketCategory, TicketPriority } from '@docket/domain';
import type { ActiveModel } from './learned/active-model';
import type { ModelText } from './privacy/model-text';
import { type WordsSuggestion, suggestByWords } from './words/suggest-by-words';

/** A suggestion without the language model: by the words of the text, or with the category of the trained model. */
export type LocalSuggestion = ({ readonly model: 'words' } & WordsSuggestion) | LearnedAndWords;

interface LearnedAndWords {
  readonly model: 'learned';
  /** The id of the training. */
  readonly version: number;
  readonly category: TicketCategory;
  /** Probability that the category is right, from 0.5 to 1. */
  readonly confidence: number;
  /** Suggested by the words: people's decisions about priorities are too few and too inconsistent to learn from. */
  readonly priority?: TicketPriority;
  /** The phrases that suggest the priority. */
  readonly because: readonly string[];
}

/** Suggests by the trained model, and by the words where it gives nothing. Undefined if neither is sure enough. */
export function suggestLocally(text: ModelText, model: Pick<ActiveModel, 'suggest'>): LocalSuggestion | undefined {
  const learned = model.suggest(text);
  const words = suggestByWords(text, learned ? 'priority' : 'both');
  if (!learned) return words && { model: 'words', ...words };
  return { model: 'learned', because: [], ...words, ...learned };
}
