import { type LedgerRow as Row, NO_CHOICE, insertLedger } from '../../../testing/ledger-rows';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { QualityReport } from './quality-report';

let api: TestApp;
beforeAll(async () => {
  api = await startTestApp({ SUGGESTION_DAYS: 3650 });
});
beforeEach(() => api.database.query('DELETE FROM suggestions'));
afterAll(() => api.close());

const insert = (rows: readonly Row[]) => insertLedger(api.database, rows);

/** A request at a time of November 2026, such as `02 15:00:00`. */
const at = (time: string, columns: Row): Row => ({
  ...NO_CHOICE,
  asked_at: `2026-11-${time.replace(' ', 'T')}Z`,
  outcome: 'answered',
  ...columns,
});
const gemini = (time: string, model: string, prompt_version = 1) => at(time, { model, prompt_version });
const learned = (time: string, local_version: number) => at(time, { local_model: 'learned', local_version });
const words = (time: string) => at(time, { local_model: 'words' });

/** What changed in a range, such as `09 flash 1 → flash 2`. */
async function changes(provider: 'gemini' | 'local', range = 'from=2026-11-01&to=2026-11-30'): Promise<string[]> {
  const response = await api.inject({ method: 'GET', url: `/api/quality/?${range}&provider=${provider}` });
  return response
    .json<QualityReport>()
    .changes.map(
      ({ day, model, version, model_before, version_before }) =>
        `${day.slice(-2)} ${model_before} ${version_before} → ${model} ${version}`,
    );
}

describe('changes of the language model', () => {
  it('are those of model and prompt, in the order of their first requests', async () => {
    await insert([
      gemini('02 15:00:00.002', 'flash-1', 3),
      gemini('02 09:00:00', 'flash-2', 2),
      gemini('02 15:00:00.001', 'flash-2', 3),
      gemini('02 00:00:00', 'flash-2', 1),
    ]);

    expect(await changes('gemini')).toEqual([
      '02 flash-2 1 → flash-2 2',
      '02 flash-2 2 → flash-2 3',
      '02 flash-2 3 → flash-1 3',
    ]);
  });

  it('are also those back to an earlier one', async () => {
    await insert([
      ...['02', '03', '04'].map((day) => gemini(`${day} 12:00:00`, 'old')),
      ...['04', '05', '06'].map((day) => gemini(`${day} 15:00:00`, 'new')),
      ...['09', '10'].map((day) => gemini(`${day} 12:00:00`, 'old')),
      ...['10', '11'].map((day) => gemini(`${day} 15:00:00`, 'new')),
      gemini('12 12:00:00', 'third'),
    ]);

    expect(await changes('gemini')).toEqual([
      '04 old 1 → new 1',
      '09 new 1 → old 1',
      '10 old 1 → new 1',
      '12 new 1 → third 1',
    ]);
    expect(await changes('gemini', 'from=2026-11-05&to=2026-11-10')).toEqual(['09 new 1 → old 1', '10 old 1 → new 1']);
  });

  it('have the next day if a model comes back within hours', async () => {
    await insert([
      gemini('02 09:00:00', 'old'),
      gemini('03 09:00:00', 'old'),
      gemini('03 10:00:00', 'new'),
      gemini('03 11:00:00', 'old'),
    ]);
    expect(await changes('gemini')).toEqual(['03 old 1 → new 1']);

    await insert([gemini('05 09:00:00', 'old')]);
    expect(await changes('gemini')).toEqual(['03 old 1 → new 1', '05 new 1 → old 1']);
  });

  it('are one if processes change one after the other, over some days', async () => {
    await insert([
      gemini('02 09:00:00', 'old'),
      ...['04', '05', '06'].flatMap((day) => [
        gemini(`${day} 10:00:00`, 'new'),
        gemini(`${day} 10:01:00`, 'old'),
        gemini(`${day} 10:02:00`, 'new'),
      ]),
      gemini('09 09:00:00', 'new'),
    ]);
    expect(await changes('gemini')).toEqual(['04 old 1 → new 1']);
  });

  it('include one after the turns of two models', async () => {
    await insert([
      gemini('02 09:00:00', 'old'),
      gemini('03 10:00:00', 'new'),
      gemini('04 10:00:00', 'old'),
      gemini('09 10:00:00', 'new'),
    ]);
    expect(await changes('gemini')).toEqual(['03 old 1 → new 1', '04 new 1 → old 1', '09 old 1 → new 1']);
  });

  it('of a team are those of its own tickets', async () => {
    const ofTeam = (row: Row, team_id: number) => ({ ...row, team_id });
    await insert([
      ...['02', '04', '06'].map((day) => ofTeam(gemini(`${day} 09:00:00`, 'old'), 1)),
      ofTeam(gemini('03 09:00:00', 'old'), 2),
      ofTeam(gemini('04 10:00:00', 'new'), 2),
      ofTeam(gemini('05 10:00:00', 'old'), 2),
    ]);
    const range = 'from=2026-11-01&to=2026-11-30';
    expect(await changes('gemini', `${range}&team=1`)).toEqual([]);
    expect(await changes('gemini', `${range}&team=2`)).toEqual(['04 old 1 → new 1', '05 new 1 → old 1']);
  });
});

describe('changes of the suggestions of the API itself', () => {
  const own = () => [
    words('02 09:00:00'),
    words('03 09:00:00'),
    learned('04 09:00:00', 7),
    words('04 10:00:00'), // the model was not sure enough
    words('05 10:00:00'),
    learned('06 10:00:00', 7),
    learned('06 11:00:00', 9),
    learned('06 11:00:30', 7), // of a process that had not loaded the new one
    words('09 10:00:00'),
  ];

  it('are the first model that learned from the desk, and each later one', async () => {
    await insert(own());
    expect(await changes('local')).toEqual(['04 words null → learned 7', '06 learned 7 → learned 9']);
  });

  it('are none of words that a model left to them', async () => {
    await insert(own());
    expect(await changes('local', 'from=2026-11-05&to=2026-11-30')).toEqual(['06 learned 7 → learned 9']);
    expect(await changes('local', 'from=2026-11-09&to=2026-11-30')).toEqual([]);
  });

  it('are not those of the language model', async () => {
    await insert([gemini('02 09:00:00', 'old'), gemini('03 09:00:00', 'new')]);
    expect(await changes('local')).toEqual([]);
    expect(await changes('gemini')).toEqual(['03 old 1 → new 1']);
  });
});
