import type { Suggestion } from '@docket/web/tickets/data';

const ENGLISH_LIST = new Intl.ListFormat('en-GB');

/**
 * Why a category, a priority or both were suggested: `Category suggested by the words “charged twice” and “refund”.` Undefined if the
 * suggestion does not say.
 */
export function suggestionReason(
  { because = [], confidence }: Suggestion,
  hasCategory: boolean,
  hasPriority: boolean,
): string | undefined {
  const words = because.length > 0 ? byWords(because) : undefined;
  if (confidence === undefined || !hasCategory) return words && reasonOf(words, hasCategory, hasPriority);
  const model = `by this desk’s own model, ${percent(confidence)} sure`;
  if (!words || !hasPriority) return reasonOf(model, true, false);
  return `Category suggested ${model}; priority ${words}. Change either one if it is wrong.`;
}

function reasonOf(by: string, hasCategory: boolean, hasPriority: boolean): string {
  if (hasCategory && hasPriority) return `Suggested ${by}. Change either one if it is wrong.`;
  return hasCategory
    ? `Category suggested ${by}. Change it if it is wrong.`
    : `Priority suggested ${by}. Change it if it is wrong.`;
}

function byWords(because: readonly string[]): string {
  const words = ENGLISH_LIST.format(because.map((each) => `“${each}”`));
  return `by the ${because.length > 1 || because[0]?.includes(' ') ? 'words' : 'word'} ${words}`;
}

/** Never 100 %: no model is that sure. */
function percent(confidence: number): string {
  return `${Math.min(99, Math.round(confidence * 100))}\u00a0%`;
}
