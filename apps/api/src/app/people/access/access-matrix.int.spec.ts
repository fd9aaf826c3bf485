import { type Permission, ROLES, ROLE_PERMISSIONS, type Role } from '@docket/domain';
import { PUBLIC_URL, SAME_SITE, aPerson } from '../../../testing/people';
import { type TestApp, startTestApp } from '../../../testing/test-app';
import { OpenApiDocument } from '../../platform/openapi/openapi-document';

const METHODS = ['get', 'post', 'patch', 'delete', 'put'] as const;

/** An operation of the document, and what it says that it needs. */
interface Operation {
  readonly method: 'GET' | 'POST' | 'PATCH' | 'DELETE' | 'PUT';
  readonly url: string;
  readonly isPublic: boolean;
  readonly permission?: Permission;
}

function operationsOf(api: TestApp): Operation[] {
  const { paths } = api.app.get(OpenApiDocument).document();
  return Object.entries(paths).flatMap(([path, operations]) =>
    METHODS.flatMap((method) => {
      const operation = operations[method];
      if (!operation) return [];
      const { 'x-permission': permission } = operation as { 'x-permission'?: Permission };
      return {
        method: method.toUpperCase() as Operation['method'],
        url: path.replace(/\{\w+\}/g, '7'),
        isPublic: operation.security?.length === 1 && Object.keys(operation.security[0] ?? {}).length === 0,
        ...(permission && { permission }),
      };
    }),
  );
}

describe('a closed API', () => {
  let api: TestApp;
  const cookies = new Map<Role, string>();
  beforeAll(async () => {
    api = await startTestApp({ PUBLIC_URL });
    for (const role of ROLES) cookies.set(role, (await aPerson(api.database, { role })).cookie);
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
    const operations = operationsOf(api).filter(({ permission }) => permission);
    expect(operations.length).toBeGreaterThanOrEqual(7);
    for (const operation of operations) {
      const status = await statusOf(operation, { cookie: cookies.get(role) ?? '' });
      const isAllowed = ROLE_PERMISSIONS[role].includes(operation.permission as Permission);
      expect([operation.method, operation.url, status === 403, status === 401]).toEqual([
        operation.method,
        operation.url,
        !isAllowed,
        false,
      ]);
    }
  });

  it('declares a permission, a session or nothing for every operation', () => {
    for (const { url, isPublic, permission } of operationsOf(api)) {
      expect([url, isPublic && permission !== undefined]).toEqual([url, false]);
    }
  });
});

it('lets everyone do everything in the open mode, with no setting', async () => {
  const api = await startTestApp();
  try {
    for (const operation of operationsOf(api).filter(({ permission }) => permission)) {
      const { statusCode } = await api.inject({ method: operation.method, url: operation.url });
      expect([operation.url, [401, 403].includes(statusCode)]).toEqual([operation.url, false]);
    }
  } finally {
    await api.close();
  }
});
