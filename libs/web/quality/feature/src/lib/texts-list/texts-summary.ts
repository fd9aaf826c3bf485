import type { TextFilter } from '@docket/web/quality/data';
import { CALL_TEXTS, daysText } from '../texts/filter-summary';

const KIND_TEXTS = { draft: 'drafts', summary: 'summaries' } as const;
const RESULT_TEXTS = {
  written: 'written',
  refused: 'without a text',
  sent: 'sent',
  measured: 'sent, changed words known',
} as const;

/** "28 Oct 2026 to 26 Nov 2026 · drafts · sent" */
export function textsSummary({ from, to, team, kind, result, call }: TextFilter): string {
  const parts = [
    daysText(from, to),
    team !== undefined && (team === 'none' ? 'no team' : 'one team'),
    kind && KIND_TEXTS[kind],
    result && RESULT_TEXTS[result],
    call && CALL_TEXTS[call],
  ];
  return parts.filter(Boolean).join(' · ');
}
