import { OPEN_PERMISSIONS, PERMISSIONS, type Permission, ROLES, ROLE_PERMISSIONS, type Role } from '@docket/domain';
import { PUBLIC_URL, SAME_SITE, type TestPerson, aPerson, aToken } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { OpenApiDocument } from '../../platform/openapi/openapi-document';

const METHODS = ['get', 'post', 'patch', 'delete', 'put'] as const;

/** An operation of the document, and the access that it declares. */
interface Operation {
  readonly method: 'GET' | 'HEAD' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  readonly url: string;
  readonly isPublic: boolean;
  /** The names of the security schemes, in order; empty for a public operation. */
  readonly security: readonly string[];
  /** Undefined for an operation that is public or needs a session. */
  readonly permissions?: readonly Permission[];
  /** Whether it needs a recent proof of identity. */
  readonly needsStepUp: boolean;
}

function operationsOf(api: TestApp): Operation[] {
  const document = api.app.get(OpenApiDocument).document();
  return Object.entries(document.paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      const { 'x-permission': permission, 'x-step-up': needsStepUp = false } = operation as {
        'x-permission'?: Permission | Permission[];
        'x-step-up'?: boolean;
      };
      const security = (operation.security ?? document.security ?? []).map((scheme) => Object.keys(scheme)[0] ?? '');
      return {
        method: (isStream(operation.responses) ? 'HEAD' : method.toUpperCase()) as Operation['method'],
        url: path.replace(/\{\w+\}/g, '7'),
        isPublic: security.join() === '',
        security,
        ...(permission && { permissions: [permission].flat() }),
        needsStepUp,
      };
    }),
  );
}

function includesAll(granted: readonly Permission[], needed: readonly Permission[] = []): boolean {
  return needed.every((permission) => granted.includes(permission));
}

/** Whether the response is a stream that stays open. A HEAD request passes the same checks and gets no body. */
function isStream(responses: object): boolean {
  return JSON.stringify(responses).includes('text/event-stream');
}

/** Scopes of a token: each permission alone, and all of them. */
const SCOPES: readonly (readonly Permission[])[] = [...PERMISSIONS.map((permission) => [permission]), PERMISSIONS];

describe('a closed API', () => {
  let api: TestApp;
  const people = new Map<Role, TestPerson>();
  beforeAll(async () => {
    api = await startTestApp({ PUBLIC_URL });
    for (const role of ROLES) people.set(role, await aPerson(api.database, { role }));
  });
  afterAll(() => api.close());

  const statusOf = async ({ method, url }: Operation, headers: Record<string, string>): Promise<number> =>
    (await api.inject({ method, url, headers: { ...SAME_SITE, ...headers } })).statusCode;

  it('lets nobody use an operation without a session, except the public ones', async () => {
    for (const operation of operationsOf(api)) {
      const isRefused = (await statusOf(operation, {})) === 401;
      expect([operation.url, operation.method, isRefused]).toEqual([
        operation.url,
        operation.method,
        !operation.isPublic,
      ]);
    }
  });

  it.each(ROLES)('lets the role %s use exactly the operations of its permissions', async (role) => {
    const operations = operationsOf(api).filter(({ permissions }) => permissions);
    expect(operations.length).toBeGreaterThanOrEqual(7);
    for (const operation of operations) {
      const status = await statusOf(operation, { cookie: people.get(role)?.cookie ?? '' });
      const isAllowed = includesAll(ROLE_PERMISSIONS[role], operation.permissions);
      expect([operation.method, operation.url, status === 403, status === 401]).toEqual([
        operation.method,
        operation.url,
        !isAllowed,
        false,
      ]);
    }
  });

  it('wants a recent proof of identity for exactly the operations that say so', async () => {
    const { id, cookie } = await aPerson(api.database, { role: 'admin' });
    await api.database.query(
      `UPDATE sessions SET authenticated_at = now() - interval '11 minutes' WHERE user_id = $1`,
      [id],
    );
    const operations = operationsOf(api).filter(({ permissions }) => permissions);
    expect(operations.filter(({ needsStepUp }) => needsStepUp).length).toBeGreaterThanOrEqual(4);
    for (const { method, url, needsStepUp } of operations) {
      const response = await api.inject({ method, url, headers: { ...SAME_SITE, cookie } });
      const isAsked = response.body.includes('/problems/step-up-required');
      expect([method, url, isAsked, response.statusCode === 403]).toEqual([method, url, needsStepUp, needsStepUp]);
    }
  });

  it.each<[string, Record<string, string>]>([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['another site, over HTTP', { origin: 'http://evil.example' }],
  ])('refuses every change with a cookie that a page of %s sends', async (_where, headers) => {
    const { cookie } = await aPerson(api.database, { role: 'admin' });
    const changes = operationsOf(api).filter(({ method, isPublic }) => !['GET', 'HEAD'].includes(method) && !isPublic);
    expect(changes.length).toBeGreaterThanOrEqual(15);
    for (const { method, url } of changes) {
      const response = await api.inject({ method, url, headers: { host: SAME_SITE.host, cookie, ...headers } });
      const isRefused = response.body.includes('/problems/cross-site');
      expect([method, url, response.statusCode, isRefused]).toEqual([method, url, 403, true]);
    }
  });

  it.each(ROLES)('lets tokens of the role %s use what their scopes and the role allow', async (role) => {
    const differences: unknown[] = [];
    for (const scopes of SCOPES) {
      const token = await aToken(api.database, people.get(role) as TestPerson, scopes);
      for (const operation of operationsOf(api)) {
        const { method, url, permissions, isPublic, security } = operation;
        if (isPublic) continue;
        const status = await statusOf(operation, token);
        const isAllowed =
          security.includes('token') &&
          permissions !== undefined &&
          includesAll(scopes, permissions) &&
          includesAll(ROLE_PERMISSIONS[role], permissions);
        if ((status === 403) === isAllowed || status === 401) differences.push({ method, url, scopes, status });
      }
    }

    expect(differences).toEqual([]);
  });

  it('documents the security schemes of every operation', () => {
    for (const { url, method, security, permissions, isPublic } of operationsOf(api)) {
      const expected = isPublic ? '' : security.length === 1 || !permissions ? 'session' : 'session,token,';
      expect([method, url, security.join()]).toEqual([method, url, expected]);
    }
  });

  it('declares a permission, a session or nothing for every operation', () => {
    for (const { url, isPublic, permissions } of operationsOf(api)) {
      expect([url, isPublic && permissions !== undefined]).toEqual([url, false]);
    }
  });
});

it.each<[string, Record<string, string>]>([
  ['no setting', {}],
  ['a token, which is ignored', { authorization: 'Bearer dkp_x' }],
])('lets everyone do everything but manage people and tokens in the open mode, with %s', async (_what, headers) => {
  const api = await startTestApp();
  try {
    for (const { method, url, permissions, isPublic, security } of operationsOf(api)) {
      const isAllowed = permissions !== undefined && includesAll(OPEN_PERMISSIONS, permissions) && security.length > 1;
      if (isPublic) continue;
      const { statusCode } = await api.inject({ method, url, headers });
      expect([method, url, [401, 403].includes(statusCode)]).toEqual([method, url, !isAllowed]);
    }
  } finally {
    await api.close();
  }
});
