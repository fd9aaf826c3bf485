import { eventually } from '@docket/testing';
import { aTicket } from '../../../testing/a-ticket';
import { type GeminiStandIn, respondWithText, startGeminiStandIn } from '../../../testing/gemini-stand-in';
import { getJson, listSuggestions, listTexts } from '../../../testing/suggestion-pages';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { Transactions } from '../../platform/database/transactions';
import type { QualityReport } from '../quality/quality-report';

let gemini: GeminiStandIn;
let api: TestApp;
beforeAll(async () => {
  gemini = await startGeminiStandIn();
  api = await startTestApp({
    GEMINI_API_KEY: 'AIza-test-key',
    GEMINI_MODEL: 'gemini-flash',
    MODEL_PRICES: 'gemini-flash=0.10/0.40',
    CLASSIFY_MONTHLY_BUDGET: 20,
    GEMINI_BASE_URL: gemini.url,
  });
});
afterAll(async () => {
  await api.close();
  await gemini.close();
});

/** Rows of calls with a known cost in both ledgers, which are written after the answers. */
const COUNT_CALLS = `
  SELECT (SELECT count(*) FROM suggestions WHERE cost_micros > 0) + (SELECT count(*) FROM written_texts WHERE cost_micros > 0) AS n`;

const post = async (path: string, payload?: object) => {
  const response = await api.inject({ method: 'POST', url: path, ...(payload && { payload }) });
  expect(response.statusCode).toBeLessThan(300);
  return response.json<{ id: number }>();
};

it('the calls behind the budget of the month cost what it says, those for texts included', async () => {
  const statements = jest.spyOn(api.app.get(Transactions), 'statement'); // no request waits for those of the budget
  const { id } = await post('/api/tickets/', aTicket({ description: 'We were charged twice for invoice 2041' }));
  for (const fee of [1, 2, 2]) await post('/api/tickets/classify/', { description: `Explain fee ${fee}` }); // one is cached
  gemini.next.push(respondWithText('no labels'));
  await post('/api/tickets/classify/', { description: 'Explain a fee with an answer of no use' });
  await post(`/api/tickets/${id}/summary/`);
  gemini.next.push(respondWithText('{"sentences":[]}'));
  await post(`/api/tickets/${id}/draft/`); // unverified, and charged nevertheless
  await eventually(async () => Number((await api.database.query<[{ n: string }]>(COUNT_CALLS))[0].n) === 5);
  await Promise.all(statements.mock.results.map(({ value }) => value as Promise<unknown>));

  const { budget, to } = await getJson<QualityReport>(api, '/api/quality/');
  const query = `from=${to.slice(0, 'YYYY-MM'.length)}-01&call=priced`;
  const calls = [...(await listSuggestions(api, query)), ...(await listTexts(api, query))];

  expect(calls).toHaveLength(5);
  expect(budget.micros).toBe(calls.reduce((sum, { cost_micros }) => sum + (cost_micros ?? 0), 0));
}, 20_000);
