import type { EntityManager } from 'typeorm';
import { isChangeFinished } from '../../platform/database/online/online-change';
import { searchTerms } from '../query/search-terms';

/** The SQL of a search: how texts are folded, compared and indexed. Folding makes texts equal that look equal, such as "ẞ" and "SS". */
export interface SearchForm {
  /** The function that folds a text. */
  readonly fold: string;
  /** The folded text of a ticket under the alias `ticket`. */
  readonly text: string;
  /** The function that returns the keys of a folded text in the search index; undefined if there is no index. */
  readonly keys?: string;
  /** Whether the keys contain digits. */
  readonly hasDigitKeys?: boolean;
  /** Whether the index contains assignees, teams, requesters and tags. */
  readonly hasRelations?: boolean;
}

/** The form of earlier versions, whose index lacks the relations of a ticket. */
export const WITHOUT_RELATIONS: SearchForm = {
  fold: 'ticket_folded_text',
  text: 'ticket.folded_text',
  keys: 'ticket_text_keys',
  hasDigitKeys: true,
};

export const FOLDED: SearchForm = { ...WITHOUT_RELATIONS, hasRelations: true };

/** The form of even earlier versions, complete until an upgrade has folded all texts again. */
const EARLIER: SearchForm = { fold: 'ticket_search_text', text: 'ticket.search_text', keys: 'ticket_search_keys' };

/** The form without an index. Correct at any time, including an upgrade from the first version, but it reads each ticket. */
export const UNINDEXED: SearchForm = {
  fold: 'ticket_folded_text',
  text: `COALESCE(ticket.folded_text, ticket_folded_text(ticket.title) || E'\\u001E' || ticket_folded_text(ticket.description))`,
};

/** The text of one search, folded in the form that the search uses. */
export interface SearchText {
  readonly form: SearchForm;
  /** The folded texts that all have to occur. */
  readonly terms: readonly string[];
}

/** Folds search texts with the database's own function, so that they are folded exactly like the tickets. */
export class SearchFolding {
  private isUpgraded = false;

  async fold(manager: EntityManager, search: string): Promise<SearchText> {
    const form = await this.currentForm(manager);
    if (search === '') return { form, terms: [] };
    const [row] = await manager.query<{ folded: string }[]>(`SELECT ${form.fold}($1) AS folded`, [search]);
    return { form, terms: searchTerms(row?.folded ?? '') };
  }

  /** Whether the search index covers the folded texts of all tickets; false during an upgrade. */
  async isIndexed(manager: EntityManager): Promise<boolean> {
    return (await this.currentForm(manager)).text === FOLDED.text;
  }

  /** The form to use. During an upgrade, also prevents the earlier form from being dropped before the transaction ends. */
  private async currentForm(manager: EntityManager): Promise<SearchForm> {
    if (this.isUpgraded) return FOLDED;
    await manager.query('LOCK TABLE tickets IN ACCESS SHARE MODE');
    if (await isChangeFinished(manager, 'fold-texts')) {
      this.isUpgraded = await isChangeFinished(manager, 'index-relations');
      return this.isUpgraded ? FOLDED : WITHOUT_RELATIONS;
    }
    const [earlier] = await manager.query<unknown[]>(
      `SELECT FROM pg_index WHERE indexrelid = to_regclass('tickets_search') AND indisvalid`,
    );
    return earlier ? EARLIER : UNINDEXED;
  }
}
