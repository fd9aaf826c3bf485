const ENGLISH_LIST = new Intl.ListFormat('en-GB');

/** Why a category, a priority or both were suggested: `Category suggested by the words “charged twice” and “refund”.` */
export function wordsReason(because: readonly string[], hasCategory: boolean, hasPriority: boolean): string {
  const words = ENGLISH_LIST.format(because.map((each) => `“${each}”`));
  const by = `by the ${because.length > 1 || because[0]?.includes(' ') ? 'words' : 'word'} ${words}`;
  if (hasCategory && hasPriority) return `Suggested ${by}. Change either one if it is wrong.`;
  return hasCategory
    ? `Category suggested ${by}. Change it if it is wrong.`
    : `Priority suggested ${by}. Change it if it is wrong.`;
}
