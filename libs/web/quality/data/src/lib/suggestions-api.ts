import { httpResource } from '@angular/common/http';
import { Injectable, type Signal } from '@angular/core';
import type { ListedTicket, Suggestion, WrittenText } from '@docket/contract';
import { type SuggestionFilter, toSuggestionParams } from './suggestion-filter';
import { type TextFilter, toTextParams } from './text-filter';

export type { Suggestion, WrittenText };

/** The single suggestions, summaries and drafts of the API's ledger. */
@Injectable({ providedIn: 'root' })
export class SuggestionsApi {
  /** One page of the suggestions, newest first. Call in an injection context. */
  suggestionsResource(filter: Signal<SuggestionFilter>, cursor: Signal<string | undefined>) {
    return httpResource<Suggestion[]>(() => ({
      url: '/api/suggestions',
      params: setParams(toSuggestionParams(filter()), cursor()),
    }));
  }

  /** One page of the summaries and drafts, newest first. Call in an injection context. */
  textsResource(filter: Signal<TextFilter>, cursor: Signal<string | undefined>) {
    return httpResource<WrittenText[]>(() => ({
      url: '/api/texts',
      params: setParams(toTextParams(filter()), cursor()),
    }));
  }

  /** The titles of tickets by their ids; those that cannot be read are absent. Call in an injection context. */
  titlesResource(ids: Signal<readonly number[]>) {
    return httpResource<ReadonlyMap<number, string>>(
      () => (ids().length ? { url: '/api/tickets/', params: { ids: ids().join(',') } } : undefined),
      { parse: (tickets) => new Map((tickets as ListedTicket[]).map(({ id, title }) => [id, title])) },
    );
  }
}

function setParams(filter: Record<string, string | null>, cursor: string | undefined): Record<string, string> {
  const params = { ...filter, cursor: cursor ?? null };
  return Object.fromEntries(Object.entries(params).filter((entry): entry is [string, string] => entry[1] !== null));
}
