import { type Share, shareOf } from '../../platform/statistics/proportions';
import { toModelText } from '../privacy/model-text';
import { suggestByWords } from '../words/suggest-by-words';
import { FITTED_SETS, type UrgencySentence, readSentences } from './urgency-texts';

/** Sentences of one kind, and the share of them that the words call critical. */
export interface UrgencyFigure extends Share {
  readonly name: string;
  /** Whether the weights are fitted to them, so that the share says little about other sentences. */
  readonly isFitted: boolean;
}

/**
 * Measures the shipped phrases and weights on the golden sentences: the critical and the ordinary ones of each set.
 * @param read returns the text of a file in the folder of the golden tickets
 */
export function measureUrgency(read: (name: string) => string): UrgencyFigure[] {
  const groups = new Map<string, { isFitted: boolean; texts: UrgencySentence[] }>();
  const add = (sentence: UrgencySentence, name: string, isFitted: boolean) => {
    const key = `${name}, ${sentence.kind === 'ordinary' ? 'ordinary' : 'critical'}`;
    const group = groups.get(key) ?? { isFitted, texts: [] };
    group.texts.push(sentence);
    groups.set(key, group);
  };
  for (const each of readSentences(read('sentences.jsonl'))) add(each, `sentences ${each.half}`, each.half === 'seen');
  for (const each of readSentences(read('urgency.jsonl')))
    add(each, `set ${each.set}`, FITTED_SETS.includes(each.set ?? ''));
  return [...groups].flatMap(([name, { isFitted, texts }]) => {
    const share = shareOf(texts.filter(isCritical).length, texts.length);
    return share ? [{ name, isFitted, ...share }] : [];
  });
}

/** The table of `fit-urgency --measure`. */
export function urgencyTable(figures: readonly UrgencyFigure[]): string {
  const lines = figures.map(({ name, isFitted, n, share, low, high }) =>
    [
      name.padEnd(32),
      `${Math.round(share * n)} of ${n}`.padEnd(12),
      `${share.toFixed(3)} [${low.toFixed(3)}, ${high.toFixed(3)}]`,
      isFitted ? '  fitted' : '',
    ].join(''),
  );
  return ['called critical', ...lines].join('\n');
}

const isCritical = (sentence: UrgencySentence) => suggestByWords(toModelText(sentence))?.priority === 'critical';
