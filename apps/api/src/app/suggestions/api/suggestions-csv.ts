import { toCsvCell, withoutFormula } from '@docket/domain/csv';
import type { SuggestionDto } from './suggestion.dto';

/** The columns, with the names of the JSON form. */
const COLUMNS = [
  'id',
  'asked_at',
  'ticket_id',
  'team_id',
  'surface',
  'provider',
  'field',
  'model',
  'prompt_version',
  'outcome',
  'role',
  'suggested',
  'confidence',
  'shown_at',
  'choice',
  'chosen',
  'chosen_at',
  'final',
  'final_at',
  'latency_ms',
  'cost_micros',
] as const satisfies readonly (keyof SuggestionDto)[];

/** Suggestions as CSV (RFC 4180). What is null in JSON is empty. */
export function toSuggestionsCsv(suggestions: readonly SuggestionDto[]): string {
  const rows = suggestions.map((suggestion) => COLUMNS.map((column) => toCell(suggestion[column])));
  return [COLUMNS, ...rows].map((cells) => `${cells.join(',')}\r\n`).join('');
}

/** A text that a spreadsheet would run as a formula begins with an apostrophe: the name of a model comes from a setting. */
function toCell(value: string | number | null): string {
  if (typeof value !== 'string') return value === null ? '' : `${value}`;
  return toCsvCell(withoutFormula(value));
}
