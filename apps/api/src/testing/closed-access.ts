import { PERMISSIONS } from '@docket/domain';
import type { FastifyInstance } from 'fastify';
import type { DataSource } from 'typeorm';
import type { Settings } from '../app/platform/config/settings';
import { aPerson, aToken } from './people';

/**
 * Whether to run the tests of an open API against a closed one, with a token: DOCKET_TEST_CLOSED is `true`, and the test sets neither
 * ACCESS nor PUBLIC_URL.
 */
export function isTestedClosed({ ACCESS, PUBLIC_URL }: Partial<Settings>): boolean {
  return process.env['DOCKET_TEST_CLOSED'] === 'true' && ACCESS === undefined && PUBLIC_URL === undefined;
}

/** Adds the token of an administrator to every request without an Authorization header. Call it before other hooks are added. */
export class TestToken {
  private authorization?: string;

  constructor(fastify: FastifyInstance) {
    fastify.addHook('onRequest', ({ headers }, _reply, done) => {
      if (this.authorization) headers.authorization ??= this.authorization;
      done();
    });
  }

  async create(database: DataSource): Promise<void> {
    const administrator = await aPerson(database, { role: 'admin' });
    ({ authorization: this.authorization } = await aToken(database, administrator, PERMISSIONS));
  }
}
