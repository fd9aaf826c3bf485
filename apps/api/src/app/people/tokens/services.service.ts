import { type Role, SERVICES_MAX } from '@docket/domain';
import { ConflictException, Injectable, NotFoundException } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { Client } from '../client';
import { SecurityLog } from '../security-log';

/** A program that is a user of its own, with tokens instead of a password. */
export interface Service {
  readonly id: number;
  readonly name: string;
  readonly role: Role;
  readonly createdAt: string;
}

/** The key of the advisory lock under which services are counted. Any constant that no other code uses. */
const SERVICES_LOCK = 7_240_012;

const LIST = `
  SELECT id, name, role, created_at AS "createdAt" FROM users
  WHERE kind = 'service' AND state = 'active'`;

/** Makes, lists and deactivates services. */
@Injectable()
export class ServicesService {
  constructor(
    private readonly transactions: Transactions,
    private readonly securityLog: SecurityLog,
  ) {}

  /** Active services, by name. */
  list(): Promise<Service[]> {
    return this.transactions.statement((manager) => manager.query<Service[]>(`${LIST} ORDER BY lower(name), id`));
  }

  /** @throws ConflictException if there are too many services */
  create(actorId: number, { name, role }: Pick<Service, 'name' | 'role'>, client: Client): Promise<Service> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [SERVICES_LOCK]);
      const [{ count }] = await manager.query<[{ count: number }]>(
        `SELECT count(*)::integer AS count FROM users WHERE kind = 'service' AND state = 'active'`,
      );
      if (count >= SERVICES_MAX) throw new ConflictException(`There are ${SERVICES_MAX} services already`);
      const [service] = await manager.query<[Service]>(
        `INSERT INTO users (kind, name, role, state) VALUES ('service', $1, $2, 'active')
         RETURNING id, name, role, created_at AS "createdAt"`,
        [name, role],
      );
      const about = { actorId, userId: service.id, details: { name, role } };
      await this.securityLog.record(manager, 'service_created', client, about);
      return service;
    });
  }

  /**
   * Deactivates a service and revokes its tokens, for good.
   * @throws NotFoundException if there is no such active service
   */
  async deactivate(actorId: number, id: number, client: Client): Promise<void> {
    await this.transactions.run(async (manager) => {
      const [, changed]: [unknown[], number] = await manager.query(
        `UPDATE users SET state = 'deactivated', version = version + 1
         WHERE id = $1 AND kind = 'service' AND state = 'active'`,
        [id],
      );
      if (!changed) throw new NotFoundException(`Service ${id} does not exist`);
      const [, tokens]: [unknown[], number] = await manager.query(
        'UPDATE tokens SET revoked_at = now() WHERE user_id = $1 AND revoked_at IS NULL',
        [id],
      );
      await this.securityLog.record(manager, 'service_deactivated', client, {
        actorId,
        userId: id,
        details: { tokens },
      });
    });
  }
}
