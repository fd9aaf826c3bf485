import type { EntityManager } from 'typeorm';
import { hasIndexedWord, hasRareCharacter, searchTerms } from './search-terms';
import type { TicketFilter } from './ticket-filter';

/**
 * How the next queries of a search read the tickets: `look-up`, by the index that is to be used, stopping early when
 * there are many; `walk`, in the order of the list, as the ordered index has them; `gather`, all that match, to be sorted.
 */
export type SearchPlan = 'look-up' | 'walk' | 'gather';

/**
 * Keeps PostgreSQL to a plan until the transaction ends, or to the next one. Its own choice rests on an estimate of how often
 * a text occurs, which is little more than a guess, and a wrong one costs seconds.
 * @param byTexts the search, when its texts are to be looked up, and not its labels
 */
export async function planSearch(manager: EntityManager, plan: SearchPlan, byTexts?: TicketFilter): Promise<void> {
  const readsTable = plan !== 'walk' && byTexts !== undefined && !knowsTexts(byTexts);
  const readsMuch = readsTable || plan === 'gather';
  const settings = {
    enable_seqscan: readsTable ? 'on' : 'off',
    enable_bitmapscan: plan === 'walk' ? 'off' : 'on',
    enable_indexscan: plan === 'gather' ? 'off' : 'on',
    // What may have to read every ticket is done by several processes, also when PostgreSQL expects to stop soon.
    parallel_setup_cost: readsMuch ? '0' : 'DEFAULT',
    parallel_tuple_cost: readsMuch ? '0' : 'DEFAULT',
    // Room to remember every ticket that may match, and not only its page: 8 MB for a million.
    work_mem: "'32MB'",
    jit: 'off', // compiling takes longer than any of these queries
  };
  const statements = Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = ${value}`);
  await manager.query(statements.join('; '));
}

function knowsTexts({ search }: TicketFilter): boolean {
  const terms = searchTerms(search ?? '');
  return hasIndexedWord(terms) || hasRareCharacter(terms);
}
