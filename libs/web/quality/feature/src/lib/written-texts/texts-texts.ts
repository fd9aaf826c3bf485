import type { Quality } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';

type Texts = Quality['texts'];

/** "84 drafts, 51 summaries, 9 requests without a text." */
export function countsText({ drafts, summaries, refused }: Texts): string {
  const count = (n: number, one: string, more: string) => `${new NumberPipe().transform(n)} ${n === 1 ? one : more}`;
  const written = `${count(drafts, 'draft', 'drafts')}, ${count(summaries, 'summary', 'summaries')}`;
  return refused > 0 ? `${written}, ${count(refused, 'request', 'requests')} without a text.` : `${written}.`;
}

/** How much people change drafts. Empty for too few replies. */
export function editsText({ edits: { n, median } }: Texts): string {
  if (median === null) return '';
  const replies = `Half of ${new NumberPipe().transform(n)} replies`;
  if (median === 0) return `${replies} have every word of their draft.`;
  return `${replies} differ from their draft by ${new NumberPipe().transform(median)} ${median === 1 ? 'word' : 'words'} or less.`;
}
