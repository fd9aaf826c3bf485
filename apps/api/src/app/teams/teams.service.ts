import { HttpStatus, Injectable, NotFoundException, PreconditionFailedException } from '@nestjs/common';
import { TEAMS_MAX } from '@docket/domain';
import type { EntityManager } from 'typeorm';
import { Transactions } from '../platform/database/transactions';
import { InvalidInputException } from '../platform/problems/invalid-input.exception';
import { ProblemException } from '../platform/problems/problem.exception';
import { TEAM_IN_USE, TEAM_NAME_TAKEN, TOO_MANY_TEAMS } from './problem-kinds';

/** A team with the ids of its members. */
export interface TeamRow {
  readonly id: number;
  readonly name: string;
  readonly member_ids: readonly number[];
  readonly version: number;
}

/** Fields of a team to set. Absent fields stay unchanged. */
export interface TeamChanges {
  readonly name?: string;
  readonly memberIds?: readonly number[];
}

const SELECT = `
  SELECT id, name, version,
    ARRAY(SELECT user_id FROM team_members WHERE team_id = teams.id ORDER BY user_id) AS member_ids
  FROM teams`;

/**
 * Key of the advisory lock that serializes the creation of teams, so that concurrent requests cannot exceed the maximum. Any fixed number
 * works.
 */
const ADD_LOCK = 4_207_303;

const UNIQUE_VIOLATION = '23505';
const FOREIGN_KEY_VIOLATION = '23503';

/** Manages teams and their members. */
@Injectable()
export class TeamsService {
  constructor(private readonly transactions: Transactions) {}

  /** All teams, sorted by name. */
  list(): Promise<TeamRow[]> {
    return this.transactions.statement((manager) => manager.query<TeamRow[]>(`${SELECT} ORDER BY name_key, id`));
  }

  /**
   * The ids of the teams with these names, keyed by the names as given. Locks the teams until the end of the transaction, so that they
   * cannot be deleted before.
   */
  async idsNamed(names: readonly string[]): Promise<ReadonlyMap<string, number>> {
    const found = await this.transactions.statement((manager) =>
      manager.query<{ id: number; name_key: string }[]>(
        'SELECT id, name_key FROM teams WHERE name_key = ANY($1::text[]) ORDER BY id FOR KEY SHARE',
        [names.map(nameKey)],
      ),
    );
    const ids = new Map(found.map(({ id, name_key }) => [name_key, id]));
    return new Map(
      names.flatMap((name) => {
        const id = ids.get(nameKey(name));
        return id === undefined ? [] : [[name, id] as const];
      }),
    );
  }

  /**
   * @throws ProblemException if a team has the name, or there are too many
   * @throws InvalidInputException if a member does not exist
   */
  create(changes: TeamChanges & { readonly name: string }): Promise<TeamRow> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT pg_advisory_xact_lock($1)', [ADD_LOCK]);
      const [{ teams }] = await manager.query<[{ teams: number }]>('SELECT count(*)::int AS teams FROM teams');
      if (teams >= TEAMS_MAX) {
        throw new ProblemException(HttpStatus.CONFLICT, TOO_MANY_TEAMS, `There may be at most ${TEAMS_MAX} teams`);
      }
      const [{ id }] = await writing(() =>
        manager.query<[{ id: number }]>('INSERT INTO teams (name, name_key) VALUES ($1, $2) RETURNING id', [
          changes.name,
          nameKey(changes.name),
        ]),
      );
      await this.setMembers(manager, id, changes.memberIds ?? []);
      return this.find(manager, id);
    });
  }

  /**
   * @param versions the versions that may be changed; undefined for any
   * @throws NotFoundException if the team does not exist
   * @throws PreconditionFailedException if the team has another version
   * @throws ProblemException if another team has the name
   * @throws InvalidInputException if a member does not exist
   */
  change(id: number, { name, memberIds }: TeamChanges, versions?: readonly number[]): Promise<TeamRow> {
    return this.transactions.run(async (manager) => {
      await manager.query('SELECT FROM teams WHERE id = $1 FOR UPDATE', [id]);
      const team = await this.find(manager, id);
      if (versions && !versions.includes(team.version)) {
        throw new PreconditionFailedException(`Team ${id} has changed since it was read`);
      }
      await writing(() =>
        manager.query(
          'UPDATE teams SET name = coalesce($2, name), name_key = coalesce($3, name_key), version = version + 1 WHERE id = $1',
          [id, name ?? null, name === undefined ? null : nameKey(name)],
        ),
      );
      if (memberIds) await this.setMembers(manager, id, memberIds);
      return this.find(manager, id);
    });
  }

  /**
   * @throws NotFoundException if the team does not exist
   * @throws ProblemException if a ticket belongs to the team
   */
  remove(id: number): Promise<void> {
    return this.transactions.run(async (manager) => {
      await this.find(manager, id);
      await writing(() => manager.query('DELETE FROM teams WHERE id = $1', [id]));
    });
  }

  private async find(manager: EntityManager, id: number): Promise<TeamRow> {
    const [team] = await manager.query<TeamRow[]>(`${SELECT} WHERE id = $1`, [id]);
    if (!team) throw new NotFoundException(`Team ${id} does not exist`);
    return team;
  }

  private async setMembers(manager: EntityManager, id: number, memberIds: readonly number[]): Promise<void> {
    await manager.query('DELETE FROM team_members WHERE team_id = $1', [id]);
    await writing(() =>
      manager.query('INSERT INTO team_members (team_id, user_id) SELECT $1, unnest($2::integer[])', [
        id,
        [...new Set(memberIds)],
      ]),
    );
  }
}

/** Comparison key of a name: ignores case, and NFKC makes compatible characters equal. */
function nameKey(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}

/** Converts constraint violations to client errors. */
async function writing<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write();
  } catch (error) {
    const { code, table } = (error ?? {}) as { code?: string; table?: string };
    if (code === UNIQUE_VIOLATION) {
      throw new ProblemException(HttpStatus.CONFLICT, TEAM_NAME_TAKEN, 'Another team has this name');
    }
    if (code === FOREIGN_KEY_VIOLATION && table === 'team_members') {
      throw new InvalidInputException([{ pointer: '/member_ids', detail: 'must be ids of people' }]);
    }
    if (code === FOREIGN_KEY_VIOLATION && table === 'tickets') {
      throw new ProblemException(
        HttpStatus.CONFLICT,
        TEAM_IN_USE,
        'Tickets belong to this team. Give them to another one first',
      );
    }
    throw error;
  }
}
