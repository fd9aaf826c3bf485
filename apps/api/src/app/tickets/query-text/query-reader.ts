import { Injectable } from '@nestjs/common';
import {
  type ParsedQuery,
  type QueryCorrection,
  type QueryFilter,
  type Span,
  formatTicketQuery,
  nodesOf,
  parseTicketQuery,
  replaceSpan,
} from '@docket/ticket-query';
import { Assignees } from '../../people';
import type { Actor } from '../../platform/context/actor';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';
import { Requesters } from '../../requesters';
import { TeamsService } from '../../teams';
import type { TicketFilter } from '../query/ticket-filter';
import { Directory } from './directory';
import { NameLookup, type NameSources } from './name-lookup';
import { toTicketFilter } from './to-filter';

/** A query text, parsed into a filter and a search. */
export interface ReadQuery {
  readonly filter: TicketFilter;
  /** The words and phrases of the query. */
  readonly search: string;
}

interface FoundError extends Span {
  readonly message: string;
  readonly correction?: QueryCorrection;
}

/** Parses the query language (docs/query-language.md), and resolves the names of people, teams and requesters. */
@Injectable()
export class QueryReader {
  private readonly sources: NameSources;

  constructor(assignees: Assignees, teams: TeamsService, requesters: Requesters) {
    this.sources = {
      people: async () => new Directory(await assignees.everybody()),
      teams: async () => new Directory(await teams.list()),
      requesters: (emails) => requesters.idsOf(emails),
    };
  }

  /** @throws InvalidInputException if the text has errors, or contains an unknown name */
  async read(actor: Actor, text: string): Promise<ReadQuery> {
    const parsed = parseTicketQuery(text);
    const { idsByFilter, errors } = await this.resolve(actor, parsed);
    reject(text, [...parsed.errors, ...errors]);
    const nodes = nodesOf(parsed);
    return {
      filter: toTicketFilter(
        nodes.filter((node) => node.kind === 'filter'),
        idsByFilter,
      ),
      search: formatTicketQuery(nodes.filter(({ kind }) => kind !== 'filter')),
    };
  }

  private async resolve(actor: Actor, { terms }: ParsedQuery) {
    const lookup = new NameLookup(this.sources, actor);
    const idsByFilter = new Map<QueryFilter, readonly number[]>();
    const errors: FoundError[] = [];
    for (const { node, values } of terms) {
      if (node?.kind !== 'filter') continue;
      const ids: number[] = [];
      for (const place of values) {
        const found = place.value ? await lookup.idsOf(node.key, place.value) : [];
        if ('message' in found) errors.push(errorAt(place, found.message, found.nearest));
        else ids.push(...found);
      }
      idsByFilter.set(node, [...new Set(ids)]);
    }
    return { idsByFilter, errors };
  }
}

function errorAt({ start, end }: Span, message: string, nearest: string | undefined): FoundError {
  return { start, end, message, ...(nearest !== undefined && { correction: { start, end, text: nearest } }) };
}

function reject(text: string, errors: readonly FoundError[]): void {
  if (!errors.length) return;
  const inOrder = [...errors].sort((one, other) => one.start - other.start);
  throw new InvalidInputException(
    inOrder.map(({ start, message, correction }) => ({
      parameter: 'q',
      position: start,
      detail: message,
      ...(correction && { suggestion: replaceSpan(text, correction) }),
    })),
  );
}
