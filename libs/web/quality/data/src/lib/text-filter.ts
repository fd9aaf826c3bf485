import type { TextKind, TextPricing, TextResult } from '@docket/contract';
import { oneOf } from '@docket/domain';
import { readDay, readId } from '@docket/web/http';

const KINDS = ['summary', 'draft'] as const satisfies readonly TextKind[];
const RESULTS = ['written', 'refused', 'sent', 'measured'] as const satisfies readonly TextResult[];
const PRICINGS = ['priced', 'unpriced'] as const satisfies readonly TextPricing[];

/** Which summaries and drafts of the ledger to list: those behind a figure of the report. An absent part matches all. */
export interface TextFilter {
  /** First UTC day, YYYY-MM-DD. */
  readonly from?: string;
  /** Last UTC day, YYYY-MM-DD. */
  readonly to?: string;
  /** `none`: tickets of no team. */
  readonly team?: number | 'none';
  readonly kind?: TextKind;
  /** `measured`: sent drafts whose number of changed words is known. */
  readonly result?: TextResult;
  readonly call?: TextPricing;
}

/** Query parameters for a filter, the same in the API's URL and in the page's; `null` for each unset one. */
export function toTextParams({ from, to, team, kind, result, call }: TextFilter): Record<string, string | null> {
  return {
    from: from ?? null,
    to: to ?? null,
    team: team?.toString() ?? null,
    kind: kind ?? null,
    result: result ?? null,
    call: call ?? null,
  };
}

/** The filter in query parameters. Invalid values count as unset. */
export function readTextFilter(params: Readonly<Record<string, unknown>>): TextFilter {
  return {
    from: readDay(params['from']),
    to: readDay(params['to']),
    team: params['team'] === 'none' ? 'none' : readId(params['team']),
    kind: oneOf(KINDS, params['kind']),
    result: oneOf(RESULTS, params['result']),
    call: oneOf(PRICINGS, params['call']),
  };
}
