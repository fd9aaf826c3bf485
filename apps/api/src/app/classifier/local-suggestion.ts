import type { TicketCategory, TicketPriority } from '@docket/domain';
import type { ActiveModel } from './learned/active-model';
import type { ModelText } from './privacy/model-text';
import { type WordsSuggestion, suggestByWords } from './words/suggest-by-words';

/** A suggestion of the API itself: by the words of the text, or the category by the model that it trained. */
export type LocalSuggestion = ({ readonly model: 'words' } & WordsSuggestion) | LearnedAndWords;

interface LearnedAndWords {
  readonly model: 'learned';
  /** The id of the training. */
  readonly version: number;
  readonly category: TicketCategory;
  /** Probability that the category is right, from 0.5 to 1. */
  readonly confidence: number;
  /** By the words. People's decisions about priorities are too few and too different to learn from. */
  readonly priority?: TicketPriority;
  /** The words that the priority goes by. */
  readonly because: readonly string[];
}

/** Asks the trained model first, and the words for what it does not say. Undefined if neither says enough. */
export function suggestLocally(text: ModelText, model: Pick<ActiveModel, 'suggest'>): LocalSuggestion | undefined {
  const learned = model.suggest(text);
  const words = suggestByWords(text, learned ? 'priority' : 'both');
  if (!learned) return words && { model: 'words', ...words };
  return { model: 'learned', because: [], ...words, ...learned };
}
