import { type QueryFilter, type QueryKey, type QueryValue, formatValue, nearestWord } from '@docket/ticket-query';
import type { Actor } from '../../platform/context/actor';
import { oneSpelling } from '../../platform/validation/email-address';
import { NONE } from '../query/ticket-filter';
import type { Directory } from './directory';

/** Sources of the names in a query. */
export interface NameSources {
  people(): Promise<Directory>;
  teams(): Promise<Directory>;
  /** Ids of the requesters with these normalized email addresses. */
  requesters(emails: readonly string[]): Promise<number[]>;
}

/** An unknown name. */
export interface UnknownName {
  /** A sentence for the user who typed it. */
  readonly message: string;
  /** The closest known name, in the notation of a query. */
  readonly nearest?: string;
}

/** Looks up the people, teams and requesters in one query. Reads people and teams at most once. */
export class NameLookup {
  private peopleRead?: Promise<Directory>;
  private teamsRead?: Promise<Directory>;

  constructor(
    private readonly sources: NameSources,
    private readonly actor: Actor,
  ) {}

  /** The ids for a value of a filter; empty for keys without ids, such as `tag`. */
  async idsOf(key: QueryKey, value: QueryValue): Promise<readonly number[] | UnknownName> {
    if (value.kind === 'none') return [NONE];
    if (value.kind === 'id') return [value.id];
    if (value.kind === 'me') return this.me();
    if (value.kind === 'days') return [];
    if (key === 'assignee') return idsNamed(key, value.text, await (this.peopleRead ??= this.sources.people()));
    if (key === 'team') return idsNamed(key, value.text, await (this.teamsRead ??= this.sources.teams()));
    return key === 'requester' ? this.requester(value.text) : [];
  }

  private me(): readonly number[] | UnknownName {
    return 'userId' in this.actor ? [this.actor.userId] : { message: 'Nobody is signed in, so no tickets are yours' };
  }

  private async requester(email: string): Promise<readonly number[] | UnknownName> {
    const ids = await this.sources.requesters([oneSpelling(email)]);
    return ids.length ? ids : { message: `No requester has the email address “${email}”` };
  }
}

function idsNamed(key: QueryFilter['key'], name: string, directory: Directory): readonly number[] | UnknownName {
  const ids = directory.idsOf(name);
  if (ids.length) return ids;
  const nearest = nearestWord(name, directory.names);
  const unknown = key === 'team' ? `There is no team “${name}”` : `Nobody has the name “${name}”`;
  if (nearest === undefined) return { message: unknown };
  return {
    message: `${unknown}. Did you mean “${nearest}”?`,
    nearest: formatValue(key, { kind: 'text', text: nearest }),
  };
}
