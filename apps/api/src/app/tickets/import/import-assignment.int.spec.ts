import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, removePeople } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import type { ImportResultDto } from './import-result.dto';

let api: TestApp;
let admin: TestPerson;
let lee: number;
let network: number;
beforeAll(async () => (api = await startTestApp({ PUBLIC_URL })));
beforeEach(async () => {
  await api.database.query('DELETE FROM tickets');
  await api.database.query('DELETE FROM teams');
  await removePeople(api.database);
  admin = await aPerson(api.database, { role: 'admin' });
  lee = await named('Lee Chan');
  network = await aTeam('Network Team');
});
afterAll(() => api.close());

/** A person who may sign in, unless the options set another state or role. */
async function named(name: string, options: Parameters<typeof aPerson>[1] = {}): Promise<number> {
  const { id } = await aPerson(api.database, options);
  await api.database.query('UPDATE users SET name = $2, email = $3 WHERE id = $1', [
    id,
    name,
    `user-${id}@desk.example`,
  ]);
  return id;
}

async function aTeam(name: string): Promise<number> {
  const [{ id }] = await api.database.query<[{ id: number }]>(
    'INSERT INTO teams (name, name_key) VALUES ($1, lower($1)) RETURNING id',
    [name],
  );
  return id;
}

async function importCsv(file: string, query = ''): Promise<ImportResultDto> {
  const response = await api.inject({
    method: 'POST',
    url: `/api/tickets/import/?default_category=general&default_priority=low&${query}`,
    headers: { ...SAME_SITE, cookie: admin.cookie, 'content-type': 'text/csv' },
    payload: file,
  });
  expect(response.statusCode).toBe(200);
  return response.json<ImportResultDto>();
}

const assignments = async () =>
  (
    await api.database.query<{ assignee_id: number | null; team_id: number | null }[]>(
      'SELECT assignee_id, team_id FROM tickets ORDER BY id',
    )
  ).map(({ assignee_id, team_id }) => [assignee_id, team_id]);

describe('whose tickets an import stores', () => {
  it('are those of the people and teams that the rows name', async () => {
    const result = await importCsv(
      'Subject,Assigned to,Assignment group\n' +
        `A,lee CHAN,network team\nB,USER-${lee}@desk.example,\nC,"Chan, Lee <user-${lee}@desk.example>",Network Team\nD,,\n`,
    );

    expect(result).toMatchObject({ imported: 4, rejected: 0, reading: { left_out: { assignee: 0, team: 0 } } });
    expect(await assignments()).toEqual([
      [lee, network],
      [lee, null],
      [lee, network],
      [null, null],
    ]);
  });

  it('are nobody’s, and counted, if the name is unknown, several have it, or its person may not work on tickets', async () => {
    await Promise.all([named('Kim Olsen'), named('Kim Olsen'), named('Ivan Ilic', { state: 'deactivated' })]);
    await Promise.all([named('Rea Der', { role: 'viewer' }), named('Ada Min', { role: 'admin' })]);
    const names = [
      'Kim Olsen',
      'Ivan Ilic',
      'Rea Der',
      'Who',
      'lee@elsewhere.example',
      'Lee Chan <a@b.example>',
      'x'.repeat(600),
    ];
    const file = `Subject,Assignee,Team\n${names.map((name) => `A,${name},Messaging\n`).join('')}B,Unassigned,-\nC,Ada Min,\n`;

    const [checked, result] = [await importCsv(file, 'check=true'), await importCsv(file)];

    const leftOut = { requester: 0, assignee: 7, team: 7, tags: 0 };
    expect(checked).toMatchObject({ reading: { left_out: leftOut }, check: { importable: 9 } });
    expect(checked.check?.tickets[0]).not.toHaveProperty('assignee');
    expect(checked.check?.tickets[8]).toMatchObject({ title: 'C', assignee: 'Ada Min' });
    expect(result).toMatchObject({ imported: 9, rejected: 0, reading: { left_out: leftOut } });
    expect((await assignments()).filter(([assignee, team]) => assignee !== null || team !== null)).toHaveLength(1);
  });

  it('change nothing when the file is imported again', async () => {
    const file = 'ID,Subject,Assignee,Team\n1,A,Lee Chan,Network Team\n';
    await importCsv(file);
    await api.database.query('UPDATE tickets SET assignee_id = NULL');

    expect(await importCsv(file)).toMatchObject({ imported: 0, already_imported: 1 });
    expect(await assignments()).toEqual([[null, network]]);
  });

  it('are stored while their team is deleted, with the team or without it', async () => {
    const file = `Subject,Team\n${'A,Network Team\n'.repeat(1000)}`;
    const remove = () =>
      api.inject({
        method: 'DELETE',
        url: `/api/teams/${network}`,
        headers: { ...SAME_SITE, cookie: admin.cookie },
      });

    const [result, removed] = await Promise.all([importCsv(file), remove()]);

    const { left_out } = result.reading ?? {};
    expect(result).toMatchObject({ imported: 1000, rejected: 0 });
    const teams = new Set((await assignments()).map(([, team]) => team));
    expect(removed.statusCode === 204 ? [[null], 1000] : [[network], 0]).toEqual([[...teams], left_out?.team ?? 0]);
  });
});
