import { type TextRow, DRAFT, SENT, insertTexts, manyTexts } from '../../../testing/text-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { QualityReport } from './quality-report';

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

const insert = (rows: readonly TextRow[]) => insertTexts(api.database, rows);

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
