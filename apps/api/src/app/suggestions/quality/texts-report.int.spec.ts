import { idAt } from '../../../testing/ledger-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { QualityReport } from './quality-report';

type Row = Readonly<Record<string, string | number | null>>;

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp();
});
beforeEach(() => api.database.query('DELETE FROM written_texts'));
afterAll(() => api.close());

const RANGE = 'from=2026-09-10&to=2026-10-20';

async function measure(query: string): Promise<QualityReport['texts']> {
  const response = await api.inject({ method: 'GET', url: `/api/quality/?${query}` });
  expect(response.statusCode).toBe(200);
  return response.json<QualityReport>().texts;
}

/** A written draft that nobody sent. */
const DRAFT: Row = {
  asked_at: '2026-10-01T12:00:00Z', kind: 'draft', ticket_id: 7, team_id: null, outcome: 'written', words: 20, model: 'flash',
  prompt_version: 1, attempts: 1, latency_ms: 900, prompt_tokens: 700, cost_micros: 80, sent_at: null, edit_distance: null,
}; // prettier-ignore
const SENT: Row = { ...DRAFT, sent_at: '2026-10-01T12:05:00Z', edit_distance: 4 };

async function insert(rows: readonly Row[]): Promise<void> {
  const names = ['id', ...Object.keys(DRAFT)].join(', ');
  const identified = rows.map((row) => ({ id: idAt(String(row['asked_at'])), ...row }));
  await api.database.query(
    `INSERT INTO written_texts (${names}) SELECT ${names} FROM jsonb_populate_recordset(NULL::written_texts, $1::jsonb)`,
    [JSON.stringify(identified)],
  );
}

/** Texts of ten weeks, the same ones in each run. */
function manyTexts(count: number): Row[] {
  let state = 5;
  const random = () => (state = (state * 1_103_515_245 + 12_345) % 2 ** 31) / 2 ** 31;
  const pick = <T>(values: readonly T[]): T => values[Math.floor(random() * values.length)] as T;
  return Array.from({ length: count }, (): Row => {
    const outcome = pick([
      'written',
      'written',
      'written',
      'unverified',
      'blocked',
      'timeout',
      'stopped',
      'overloaded',
    ]);
    const kind = pick(['summary', 'draft', 'draft']);
    const isAnswered = ['written', 'unverified', 'blocked'].includes(outcome);
    const isSent = kind === 'draft' && outcome === 'written' && random() < 0.6;
    const asked = new Date(Date.parse('2026-09-01T00:00:00Z') + random() * 70 * 24 * 60 * 60 * 1000).toISOString();
    return {
      ...DRAFT,
      asked_at: asked,
      kind,
      outcome,
      team_id: pick([null, 1, 2]),
      attempts: outcome === 'overloaded' ? 0 : 1,
      prompt_tokens: isAnswered ? 700 : null,
      cost_micros: isAnswered && random() < 0.7 ? 1 + Math.floor(random() * 300) : null,
      sent_at: isSent ? asked : null,
      edit_distance: isSent && random() < 0.9 ? Math.floor(random() ** 2 * 40) : null,
    };
  });
}

describe('the figures of summaries and drafts', () => {
  it.each([undefined, 1, 2, 'none'])('are what a recount of the ledger in SQL finds: team %s', async (team) => {
    await insert(manyTexts(1500));
    const where = `asked_at >= '2026-09-10T00:00:00Z' AND asked_at < '2026-10-21T00:00:00Z'${team ? ` AND team_id ${team === 'none' ? 'IS NULL' : `= ${team}`}` : ''}`;
    const number = async (condition: string, what = 'count(*)') => {
      const sql = `SELECT ${what}::int AS number FROM written_texts WHERE ${where} AND ${condition}`;
      return (await api.database.query<[{ number: number }]>(sql))[0].number;
    };
    const drafts = await number(`kind = 'draft' AND outcome = 'written'`);
    const distances = await api.database.query<{ edit_distance: number }[]>(
      `SELECT edit_distance FROM written_texts WHERE ${where} AND edit_distance IS NOT NULL ORDER BY edit_distance`,
    );

    const report = await measure(`${RANGE}${team ? `&team=${team}` : ''}`);

    expect(drafts).toBeGreaterThan(60);
    expect(report).toEqual({
      asked: await number('true'),
      refused: await number(`outcome <> 'written'`),
      summaries: await number(`kind = 'summary' AND outcome = 'written'`),
      drafts,
      sent: {
        n: drafts,
        right: await number('sent_at IS NOT NULL'),
        share: (await number('sent_at IS NOT NULL')) / drafts,
        interval: [expect.any(Number), expect.any(Number)],
      },
      edits: { n: distances.length, median: distances[Math.ceil(distances.length / 2) - 1]?.edit_distance },
      cost: {
        micros: await number('true', 'sum(cost_micros)'),
        priced_calls: await number('cost_micros IS NOT NULL'),
        unpriced_calls: await number(
          `cost_micros IS NULL AND (outcome IN ('timeout', 'stopped') OR prompt_tokens IS NOT NULL)`,
        ),
      },
    });
  });

  it('are the same for each provider and field', async () => {
    await insert([DRAFT, SENT]);
    const [one, two] = [
      await measure(`${RANGE}&provider=local&field=priority`),
      await measure(`${RANGE}&provider=gemini&field=category`),
    ];
    expect(one).toEqual(two);
  });

  it('are nothing for too few cases', async () => {
    await insert(Array.from({ length: 29 }, () => SENT));
    expect(await measure(RANGE)).toMatchObject({
      sent: { n: 29, right: 29, share: null, interval: null },
      edits: { n: 29, median: null },
    });

    await insert([DRAFT]);
    expect(await measure(RANGE)).toMatchObject({ sent: { n: 30, share: 29 / 30 }, edits: { n: 29, median: null } });
  });

  it('know an unknown cost from none', async () => {
    await insert([{ ...DRAFT, outcome: 'stopped', prompt_tokens: null, cost_micros: null }]);
    expect((await measure(RANGE)).cost).toEqual({ micros: 0, priced_calls: 0, unpriced_calls: 1 });
  });

  it('are those of no text without one', async () => {
    expect(await measure(RANGE)).toEqual({
      asked: 0,
      refused: 0,
      summaries: 0,
      drafts: 0,
      sent: { n: 0, right: 0, share: null, interval: null },
      edits: { n: 0, median: null },
      cost: { micros: 0, priced_calls: 0, unpriced_calls: 0 },
    });
  });
});
