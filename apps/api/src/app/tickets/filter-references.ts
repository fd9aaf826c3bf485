import { Injectable } from '@nestjs/common';
import type { Actor } from '../platform/context/actor';
import { InvalidInputException } from '../platform/problems/invalid-input.exception';
import { Requesters } from '../requesters';
import type { RelationFilter } from './query/ticket-filter';

/** A filter by relation as clients write it, before names are resolved to ids. */
export interface NamedRelations {
  /** `me` is the requesting person. */
  readonly assignees?: readonly (number | 'me')[];
  readonly teams?: readonly number[];
  /** Email addresses. */
  readonly requesters?: readonly string[];
  readonly tags?: readonly (readonly string[])[];
}

/** Resolves the names in a filter to ids. */
@Injectable()
export class FilterReferences {
  constructor(private readonly requesters: Requesters) {}

  /**
   * Ignores unknown requesters: the filter then matches no ticket.
   * @throws InvalidInputException for `me` without a sign-in
   */
  async resolve(actor: Actor, { assignees, requesters, ...others }: NamedRelations): Promise<RelationFilter> {
    return {
      ...others,
      assignees: assignees?.map((assignee) => (assignee === 'me' ? userIdOf(actor) : assignee)),
      requesters: requesters && (await this.requesters.idsOf(requesters)),
    };
  }
}

function userIdOf(actor: Actor): number {
  if ('userId' in actor) return actor.userId;
  throw new InvalidInputException([{ parameter: 'assignee', detail: 'can be me only for somebody who is signed in' }]);
}
