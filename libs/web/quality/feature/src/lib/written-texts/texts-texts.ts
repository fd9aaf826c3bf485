import type { Quality, TextFilter } from '@docket/web/quality/data';
import { NumberPipe } from '@docket/web/ui';
import { percentRange } from '../texts/percent';

type Texts = Quality['texts'];

/** A part of a text. That with a number says which summaries and drafts it counts. */
export interface TextsPart {
  readonly text: string;
  readonly counted?: Pick<TextFilter, 'kind' | 'result'>;
}

/** " of drafts sent, 62.2 to 81.0 %, ", after the share and before the number of drafts. */
export function sentText({ sent: { right, interval } }: Texts): readonly TextsPart[] {
  const sent: TextsPart = { text: 'sent', ...(right > 0 && { counted: { kind: 'draft', result: 'sent' } }) };
  return [{ text: ' of drafts ' }, sent, { text: `, ${interval ? percentRange(interval) : ''}, ` }];
}

/** "84 drafts, 51 summaries, 9 requests without a text." */
export function countsText({ drafts, summaries, refused }: Texts): readonly TextsPart[] {
  const count = (n: number, one: string, more: string, counted: TextsPart['counted']): TextsPart => {
    const text = `${new NumberPipe().transform(n)} ${n === 1 ? one : more}`;
    return n > 0 ? { text, counted } : { text };
  };
  const written: TextsPart[] = [
    count(drafts, 'draft', 'drafts', { kind: 'draft', result: 'written' }),
    { text: ', ' },
    count(summaries, 'summary', 'summaries', { kind: 'summary', result: 'written' }),
  ];
  if (refused === 0) return [...written, { text: '.' }];
  const without = count(refused, 'request', 'requests', { result: 'refused' });
  return [...written, { text: ', ' }, without, { text: ' without a text.' }];
}

/** How much people change drafts. Empty for too few replies. */
export function editsText({ edits: { n, median } }: Texts): readonly TextsPart[] {
  if (median === null) return [];
  const replies: TextsPart = { text: `${new NumberPipe().transform(n)} replies`, counted: { result: 'measured' } };
  return [{ text: 'Half of ' }, replies, { text: ` ${differenceText(median)}` }];
}

function differenceText(median: number): string {
  if (median === 0) return 'have every word of their draft.';
  return `differ from their draft by ${new NumberPipe().transform(median)} ${median === 1 ? 'word' : 'words'} or less.`;
}
