import { httpResource } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { ListedTicket, Suggestion } from '@docket/contract';
import { type SuggestionFilter, toSuggestionParams } from './suggestion-filter';

export type { Suggestion };

/** The single suggestions of the API's ledger. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  /** One page of the suggestions, newest first. Call in an injection context. */
  suggestionsResource(filter: Signal<SuggestionFilter>, cursor: Signal<string | undefined>) {
    return httpResource<Suggestion[]>(() => ({ url: '/api/suggestions', params: setParams(filter(), cursor()) }));
  }

  /** The titles of tickets by their ids; those that cannot be read are absent. Call in an injection context. */
  titlesResource(ids: Signal<readonly number[]>) {
    return httpResource<ReadonlyMap<number, string>>(
      () => (ids().length ? { url: '/api/tickets/', params: { ids: ids().join(',') } } : undefined),
      { parse: (tickets) => new Map((tickets as ListedTicket[]).map(({ id, title }) => [id, title])) },
    );
  }
}

function setParams(filter: SuggestionFilter, cursor: string | undefined): Record<string, string> {
  const params = { ...toSuggestionParams(filter), cursor: cursor ?? null };
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));
}
