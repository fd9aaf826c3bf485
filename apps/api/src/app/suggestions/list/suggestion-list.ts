import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { SuggestionFilter } from './suggestion-filter';
import { type SuggestionRow, suggestionsQuery } from './suggestions-query';

/** A page of suggestions, newest first. */
export interface SuggestionPage {
  readonly suggestions: readonly SuggestionRow[];
  /** The cursor of the next page; undefined on the last one. */
  readonly next?: string;
}

/** Reads single suggestions: those behind a figure of the quality report. */
@Injectable()
export class SuggestionList {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Reads one page by keyset pagination.
   * @param after the cursor: the id of the last suggestion of the page before
   */
  async page(filter: SuggestionFilter, after: string | undefined, limit: number): Promise<SuggestionPage> {
    const found = await this.transactions.statement((manager) =>
      suggestionsQuery(manager, filter, after, limit + 1).getRawMany<SuggestionRow>(),
    );
    const suggestions = found.slice(0, limit);
    return { suggestions, ...(found.length > limit && { next: suggestions.at(-1)?.id }) };
  }
}
