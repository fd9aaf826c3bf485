import { type Sureness, surenessOf } from '@docket/domain';
import type { Suggestion } from '@docket/web/tickets/data';

/** Texts for the confidence of the desk's own model, in the mark of a suggestion. */
export const SURENESS_TEXTS: Readonly<Record<Sureness, string>> = {
  very: 'very sure',
  fairly: 'fairly sure',
  hardly: 'please check',
};

const ENGLISH_LIST = new Intl.ListFormat('en-GB');

/**
 * Source and reason of a suggestion: `Category suggested by the words “charged twice” and “refund”.` Undefined if the suggestion has none.
 */
export function suggestionReason(
  { because = [], confidence, provider }: Suggestion,
  hasCategory: boolean,
  hasPriority: boolean,
): string | undefined {
  if (provider === 'gemini') return reasonOf('by Gemini, which cannot say how sure it is', hasCategory, hasPriority);
  const words = because.length > 0 ? byWords(because) : undefined;
  if (confidence === undefined || !hasCategory) return words && reasonOf(words, hasCategory, hasPriority);
  const model = byModel(surenessOf(confidence));
  if (!words || !hasPriority) return reasonOf(model, true, false);
  return `Category suggested ${model}; priority ${words}. Change either one if it is wrong.`;
}

function reasonOf(by: string, hasCategory: boolean, hasPriority: boolean): string {
  if (hasCategory && hasPriority) return `Suggested ${by}. Change either one if it is wrong.`;
  return hasCategory
    ? `Category suggested ${by}. Change it if it is wrong.`
    : `Priority suggested ${by}. Change it if it is wrong.`;
}

function byModel(sureness: Sureness): string {
  return `by this desk’s own model, which is ${sureness === 'hardly' ? 'not sure' : SURENESS_TEXTS[sureness]}`;
}

function byWords(because: readonly string[]): string {
  const words = ENGLISH_LIST.format(because.map((each) => `“${each}”`));
  return `by the ${because.length > 1 || because[0]?.includes(' ') ? 'words' : 'word'} ${words}`;
}
