import { Injectable } from '@nestjs/common';
import { Transactions } from '../../platform/database/transactions';
import type { TextFilter } from './text-filter';
import { type TextRow, textRowsQuery } from './texts-query';

/** A page of requests for texts, newest first. */
export interface TextPage {
  readonly texts: readonly TextRow[];
  /** The cursor of the next page; undefined on the last one. */
  readonly next?: string;
}

/** Reads single requests for summaries and drafts: those behind a figure of the quality report. */
@Injectable()
export class TextList {
  constructor(private readonly transactions: Transactions) {}

  /**
   * Reads one page by keyset pagination.
   * @param after the cursor: the id of the last request of the page before
   */
  async page(filter: TextFilter, after: string | undefined, limit: number): Promise<TextPage> {
    const found = await this.transactions.statement((manager) =>
      textRowsQuery(manager, filter, after, limit + 1).getRawMany<TextRow>(),
    );
    const texts = found.slice(0, limit);
    return { texts, ...(found.length > limit && { next: texts.at(-1)?.id }) };
  }
}
