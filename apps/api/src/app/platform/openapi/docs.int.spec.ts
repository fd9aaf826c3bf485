import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { textContaining } from '../../../testing/matchers';
import { type TestApp, startTestApp } from '../../../testing/test-app';

let api: TestApp;
beforeAll(async () => (api = await startTestApp()));
afterAll(() => api.close());

const get = (url: string) => api.inject({ method: 'GET', url });

describe('GET /api/openapi.json', () => {
  it("responds with the committed document, from which the client's types are generated", async () => {
    const committed = readFileSync(join(__dirname, '../../../../../../libs/shared/contract/openapi.json'), 'utf8');

    expect((await get('/api/openapi.json')).json()).toEqual(JSON.parse(committed));
  });
});

describe('GET /api/docs', () => {
  it.each(['/api/docs', '/api/docs/'])(
    'responds to %s with a page that loads files from this host only',
    async (url) => {
      const page = await get(url);

      const addresses = [...page.body.matchAll(/(?:src|href)="([^"]*)"/g)].map(([, address]) => address ?? '');
      expect(page.headers['content-type']).toBe('text/html; charset=utf-8');
      expect(page.headers['content-security-policy']).toContain("script-src 'self';");
      expect(page.body).not.toMatch(/<script>|<style|onload=/);
      for (const address of addresses.filter((each) => !each.startsWith('data:')))
        expect((await get(address)).statusCode).toBe(200);
    },
  );

  it('serves no other file of the Swagger UI package', async () => {
    expect((await get('/api/docs/package.json')).statusCode).toBe(404);
    expect((await get('/api/docs/../docs/index.html')).statusCode).toBe(404);
  });
});

describe('the document', () => {
  type Operation = Record<
    string,
    { requestBody?: { content: Record<string, { schema: { $ref?: string } }> }; responses: object }
  >;
  interface Document {
    paths: Record<string, Operation>;
    components: {
      schemas: Record<string, { additionalProperties?: boolean }>;
      responses: Record<string, object>;
      securitySchemes: Record<string, object>;
    };
  }
  const load = async () => (await get('/api/openapi.json')).json<Document>();
  const operationsOf = ({ paths }: Document) => Object.values(paths).flatMap((operations) => Object.values(operations));

  it('does not say that tokens have a format for programs to read', async () => {
    const { components } = await load();

    expect(components.securitySchemes['token']).toEqual({
      type: 'http',
      scheme: 'bearer',
      description: textContaining('dks_'),
    });
  });

  it('describes each error once, and refers to it', async () => {
    const document = await load();

    for (const { responses } of operationsOf(document)) {
      const errors = Object.entries(responses).filter(([status]) => Number(status) >= 400);
      expect(errors.length).toBeGreaterThanOrEqual(6);
      for (const [, error] of errors) expect(error).toEqual({ $ref: textContaining('#/components/responses/') });
    }
  });

  it('describes 405, 415 and 431 for every operation', async () => {
    for (const { responses } of operationsOf(await load()))
      expect(Object.keys(responses)).toEqual(expect.arrayContaining(['400', '405', '415', '421', '431', '500']));
  });

  it('has examples of errors with the path of an operation that has this error', async () => {
    const document = await load();

    for (const [name, response] of Object.entries(document.components.responses)) {
      const { content } = response as { content: Record<string, { example: { instance: string } }> };
      const instance = content['application/problem+json']?.example.instance;
      const path = Object.keys(document.paths).find((one) => one.replace(/\{\w+\}/g, '7') === instance) ?? '';
      expect([name, JSON.stringify(document.paths[path])]).toEqual([
        name,
        textContaining(`#/components/responses/${name}"`),
      ]);
    }
  });

  it('tells a suggestion from a fallback by used_fallback', async () => {
    const { paths, components } = (await get('/api/openapi.json')).json<{
      paths: Record<string, { post: { responses: Record<string, { content: Record<string, { schema: unknown }> }> } }>;
      components: { schemas: Record<string, { properties: { used_fallback: object }; required: string[] }> };
    }>();

    expect(paths['/api/tickets/classify']?.post.responses['200']?.content['application/json']?.schema).toMatchObject({
      oneOf: [{ $ref: '#/components/schemas/ModelSuggestion' }, { $ref: '#/components/schemas/FallbackSuggestion' }],
    });
    for (const [name, value] of [
      ['ModelSuggestion', false],
      ['FallbackSuggestion', true],
    ] as const) {
      expect(components.schemas[name]?.properties.used_fallback).toMatchObject({ const: value });
      expect(components.schemas[name]?.required).toContain('used_fallback');
    }
  });

  it('allows no unknown field in a body', async () => {
    const document = await load();

    const names = operationsOf(document)
      .flatMap(({ requestBody }) => Object.values(requestBody?.content ?? {}))
      .flatMap(({ schema }) => schema.$ref?.split('/').at(-1) ?? []);
    expect([...new Set(names)].sort()).toEqual([
      'ChangePassword',
      'ChangeTeam',
      'ChangeUser',
      'ChangeWebhook',
      'Classify',
      'CreateService',
      'CreateTeam',
      'CreateTicket',
      'CreateToken',
      'CreateWebhook',
      'FirstAdministrator',
      'InviteUser',
      'LinkIdentity',
      'NewRequest',
      'Replay',
      'Reset',
      'SaveDraft',
      'SendMessage',
      'SetPresence',
      'SetUp',
      'SignIn',
      'SimilarText',
      'StepUp',
      'UpdateTicket',
      'UseLink',
    ]);
    for (const name of [...names, 'NameRequester'])
      expect([name, document.components.schemas[name]?.additionalProperties]).toEqual([name, false]);
  });

  it('leaves what is read-only in a body open, and what is in responses', async () => {
    const { components } = await load();

    for (const name of ['Assignee', 'TicketTeam', 'Ticket', 'TicketDeliveryBody'])
      expect([name, components.schemas[name]?.additionalProperties]).toEqual([name, undefined]);
  });

  it('describes the file of an import as bytes', async () => {
    const { paths } = await load();

    const content = Object.values(paths['/api/tickets/import']?.['post']?.requestBody?.content ?? {});
    expect(content.length).toBeGreaterThan(5);
    for (const { schema } of content)
      expect(schema).toEqual({ type: 'string', contentMediaType: 'application/octet-stream' });
  });
});
