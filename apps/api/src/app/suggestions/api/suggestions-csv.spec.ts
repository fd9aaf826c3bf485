import type { SuggestionDto } from './suggestion.dto';
import { toSuggestionsCsv } from './suggestions-csv';

const SUGGESTION: SuggestionDto = {
  id: '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44',
  asked_at: '2026-11-27T09:30:00.000Z',
  ticket_id: 4711,
  team_id: null,
  surface: 'form',
  provider: 'gemini',
  field: 'category',
  model: 'flash',
  prompt_version: 2,
  outcome: 'answered',
  role: 'shown',
  suggested: 'billing',
  confidence: null,
  shown_at: '2026-11-27T09:30:02.000Z',
  choice: 'overridden',
  chosen: 'account',
  chosen_at: '2026-11-27T09:30:40.000Z',
  final: null,
  final_at: null,
  latency_ms: 900,
  cost_micros: null,
};

it('has a column for each property, and leaves unknown values empty', () => {
  const [head, row, end] = toSuggestionsCsv([SUGGESTION]).split('\r\n');

  expect(head?.split(',')).toEqual(Object.keys(SUGGESTION));
  expect(row).toBe(
    '019ac1f8-7c3e-7b1d-9f61-0c6a1e2b7d44,2026-11-27T09:30:00.000Z,4711,,form,gemini,category,flash,2,answered,shown,billing,,' +
      '2026-11-27T09:30:02.000Z,overridden,account,2026-11-27T09:30:40.000Z,,,900,',
  );
  expect(end).toBe('');
});

it.each([
  ['=1+1', ",'=1+1,"],
  ['@sum', ",'@sum,"],
  ['-2', ",'-2,"],
  ['+"a"', `,"'+""a""",`],
  ['a, b', ',"a, b",'],
  ['flash ', ',"flash ",'],
])('stores the model %s as a text', (model, cell) => {
  expect(toSuggestionsCsv([{ ...SUGGESTION, model }])).toContain(cell);
});

it('has its head without a suggestion', () => {
  expect(toSuggestionsCsv([])).toMatch(/^id,asked_at,.*,cost_micros\r\n$/);
});
