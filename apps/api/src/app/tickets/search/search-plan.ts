import type { EntityManager } from 'typeorm';

/**
 * The access path of the next queries of a search: `ordered-index` walks in list order, `search-index` looks up terms, `full-scan` reads
 * tickets in any order with several processes.
 */
export type SearchPlan = 'ordered-index' | 'search-index' | 'full-scan';

const PLANNER_SETTINGS = [
  'enable_seqscan',
  'enable_bitmapscan',
  'enable_indexscan',
  'parallel_setup_cost',
  'parallel_tuple_cost',
  'work_mem',
  'jit',
] as const;

/**
 * Makes PostgreSQL use a plan until the transaction ends or the next call. PostgreSQL's own choice relies on a rough estimate of
 * how often a text occurs, and a wrong choice costs seconds.
 */
export async function applySearchPlan(manager: EntityManager, plan: SearchPlan): Promise<void> {
  const settings: Record<(typeof PLANNER_SETTINGS)[number], string> = {
    enable_seqscan: plan === 'full-scan' ? 'on' : 'off',
    enable_bitmapscan: plan === 'ordered-index' ? 'off' : 'on',
    enable_indexscan: plan === 'search-index' ? 'off' : 'on',
    // Starts several processes even if PostgreSQL expects to stop soon.
    parallel_setup_cost: plan === 'full-scan' ? '0' : 'DEFAULT',
    parallel_tuple_cost: plan === 'full-scan' ? '0' : 'DEFAULT',
    // Enough for a bitmap of single tickets instead of whole pages: 8 MB for a million tickets.
    work_mem: "'32MB'",
    jit: 'off', // compilation takes longer than any of these queries
  };
  await setLocal(manager, settings);
}

/** Restores the planner's settings for the rest of a transaction that the search has joined. */
export async function resetSearchPlan(manager: EntityManager): Promise<void> {
  await setLocal(manager, Object.fromEntries(PLANNER_SETTINGS.map((name) => [name, 'DEFAULT'])));
}

async function setLocal(manager: EntityManager, settings: Readonly<Record<string, string>>): Promise<void> {
  const statements = Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = ${value}`);
  await manager.query(statements.join('; '));
}
