import type { Word } from './words-of';

/**
 * First words of a sentence that asks about something instead of reporting it. Excludes `why` and `where`: "Why is everything down?" and
 * "Where are our files?" report.
 */
const ASKING: ReadonlySet<string> = new Set(
  'how what when who whom whose which is are was were do does did has have can could would will should may if suppose'.split(
    ' ',
  ),
);

/** Maximum distance of a question mark from the last word of the text that is read, in UTF-16 code units. */
const MARK_MAX = 10;

/** Verbs of requests that are not urgent. Excludes `restore` and `block`, which may be an emergency. */
const WISHES: ReadonlySet<string> = new Set(
  'add make send change update give create set show install tell explain confirm forward transfer cancel switch put order correct rename move extend'.split(
    ' ',
  ),
);

/** The numbers of the sentences that ask: questions with a question mark, and requests that begin with "please". */
export function questionsIn(text: string, words: readonly Word[]): ReadonlySet<number> {
  const questions = new Set<number>();
  let isAsking = false;
  for (const [n, word] of words.entries()) {
    const next = words[n + 1];
    if (word.sentence !== words[n - 1]?.sentence) {
      isAsking = ASKING.has(word.folded);
      if (word.folded === 'please' && WISHES.has(next?.folded ?? '')) questions.add(word.sentence);
    }
    if (!isAsking || next?.sentence === word.sentence) continue;
    if (text.slice(word.end, next?.start ?? word.end + MARK_MAX).includes('?')) questions.add(word.sentence);
  }
  return questions;
}
