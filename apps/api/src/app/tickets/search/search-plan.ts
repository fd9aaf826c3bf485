import type { EntityManager } from 'typeorm';

/**
 * How the next queries of a search read the tickets: `walk`, in the order of the list, as the ordered index has them;
 * `look-up`, by the index of searches; `read`, in any order, several processes together.
 */
export type SearchPlan = 'walk' | 'look-up' | 'read';

/**
 * Keeps PostgreSQL to a plan until the transaction ends, or to the next one. Its own choice rests on an estimate of how often
 * a text occurs, which is little more than a guess, and a wrong one costs seconds.
 */
export async function planSearch(manager: EntityManager, plan: SearchPlan): Promise<void> {
  const settings = {
    enable_seqscan: plan === 'read' ? 'on' : 'off',
    enable_bitmapscan: plan === 'walk' ? 'off' : 'on',
    enable_indexscan: plan === 'look-up' ? 'off' : 'on',
    // Several processes also when PostgreSQL expects to stop soon.
    parallel_setup_cost: plan === 'read' ? '0' : 'DEFAULT',
    parallel_tuple_cost: plan === 'read' ? '0' : 'DEFAULT',
    // Room to remember every ticket that may match, and not only its page: 8 MB for a million.
    work_mem: "'32MB'",
    jit: 'off', // compiling takes longer than any of these queries
  };
  const statements = Object.entries(settings).map(([name, value]) => `SET LOCAL ${name} = ${value}`);
  await manager.query(statements.join('; '));
}
