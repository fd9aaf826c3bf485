import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runImportCommand } from '../../../testing/import-command';
import { ndjson, storedTickets } from '../../../testing/import-requests';
import { PUBLIC_URL, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
let folder: string;
beforeAll(async () => {
  api = await startTestApp({ PUBLIC_URL });
  await api.app.listen(0, '127.0.0.1');
  folder = mkdtempSync(join(tmpdir(), 'docket-import-'));
  writeFileSync(join(folder, 'tickets.jsonl'), ndjson({}));
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await api.close();
});

async function tokenWith(scope: 'import' | 'tickets:write'): Promise<string> {
  const { authorization } = await aToken(api.database, await aPerson(api.database, { role: 'admin' }), [scope]);
  return authorization.replace('Bearer ', '');
}

describe('npm run import into a Docket in which people sign in', () => {
  it('sends the token of DOCKET_TOKEN', async () => {
    const { code, output } = await runImportCommand(api, folder, ['tickets.jsonl'], await tokenWith('import'));

    expect([code, output]).toEqual([0, expect.stringContaining('Imported 1 row')]);
    expect(await storedTickets(api)).toHaveLength(1);
  });

  it.each([
    ['no token', undefined, 'Set DOCKET_TOKEN to a token with the scope import (401)'],
    ['an unknown token', 'dkp_x', 'The token in DOCKET_TOKEN is unknown, expired or revoked (401)'],
    ['text that no token is', 'dkp_x\nsecret', 'DOCKET_TOKEN has characters that no token has'],
  ])('says what is wrong with %s, and does not repeat it', async (_what, token, words) => {
    const { code, output, errors } = await runImportCommand(api, folder, ['tickets.jsonl'], token);

    expect(code).toBe(2);
    expect(errors).toContain(words);
    expect(output + errors).not.toMatch(/dkp_x|secret/);
  });

  it('names the permission that the token lacks', async () => {
    const { errors } = await runImportCommand(api, folder, ['tickets.jsonl'], await tokenWith('tickets:write'));

    expect(errors).toContain('This needs the permission import (403)');
  });
});
