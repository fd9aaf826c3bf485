import type { EntityManager, ObjectLiteral, SelectQueryBuilder } from 'typeorm';
import { measuredColumns, recorded, timeOf } from './measured-suggestions';
import { type ModelUse, type Turns, joinUses, turnsOf, withoutWordsBesideLearned } from './model-changes';
import type { OutcomeRow } from './quality-queries';
import type { QualityRange } from './quality-range';

/** Keeps PostgreSQL from expecting as many days as there are times, as in the mix of tickets. */
const FEW_DAYS = 'OFFSET 0';

const DAY_MS = 24 * 60 * 60 * 1000;
/** Days before a range in which a learned model would have suggested something. */
const DAYS_BEFORE = 30;

/**
 * When each model of the provider was in use. Reads the days of models that took turns only, because the outcomes have the first and the
 * last use of each one: to group all rows by day would take half as long as the whole report.
 */
export async function findModelUses(
  manager: EntityManager,
  range: QualityRange,
  outcomes: readonly OutcomeRow[],
): Promise<ModelUse[]> {
  const uses = joinUses(outcomes.flatMap(({ model, ...row }) => (model === null ? [] : { ...row, model })));
  if (range.provider === 'local') return usesOfLocal(manager, range, uses);
  const inTurns: ModelUse[] = [];
  for (const turns of turnsOf(uses)) {
    inTurns.push(...(await dailyUsesQuery(manager, range, turns).getRawMany<ModelUse>()));
    inTurns.push(...(await useAfterQuery(manager, range, turns).getRawMany<ModelUse>()));
  }
  return [...uses, ...inTurns];
}

/** A learned model never comes back after a newer one. */
async function usesOfLocal(
  manager: EntityManager,
  range: QualityRange,
  uses: readonly ModelUse[],
): Promise<ModelUse[]> {
  const mayBeFirst = uses.length > 1 && uses[0]?.model === 'words';
  const before = mayBeFirst ? await learnedBeforeQuery(manager, range).getRawMany() : [];
  return withoutWordsBesideLearned(uses, before.length > 0);
}

function dailyUsesQuery(
  manager: EntityManager,
  range: QualityRange,
  { first_at, last_at }: Turns,
): SelectQueryBuilder<ObjectLiteral> {
  const { model, version } = measuredColumns(range);
  const rows = recorded(manager, range)
    .select([`${model} AS model`, `${version} AS version`, 's.asked_at AS asked_at'])
    .addSelect(`date_bin('1 day', s.asked_at, '2000-01-01T00:00:00Z')`, 'day')
    .andWhere(`${model} IS NOT NULL`)
    .andWhere('s.asked_at BETWEEN :first_at AND :last_at', { first_at, last_at });
  return manager
    .createQueryBuilder()
    .select(['used.model AS model', 'used.version AS version'])
    .addSelect(timeOf('min(used.asked_at)'), 'first_at')
    .addSelect(timeOf('max(used.asked_at)'), 'last_at')
    .from(`(${rows.getQuery()} ${FEW_DAYS})`, 'used')
    .setParameters(rows.getParameters())
    .groupBy('used.day, used.model, used.version');
}

/** Says which model goes on after the turns, and since when. */
function useAfterQuery(
  manager: EntityManager,
  range: QualityRange,
  { last_at }: Turns,
): SelectQueryBuilder<ObjectLiteral> {
  const { model, version } = measuredColumns(range);
  return recorded(manager, range)
    .select([`${model} AS model`, `${version} AS version`])
    .addSelect(timeOf('s.asked_at'), 'first_at')
    .addSelect(timeOf('s.asked_at'), 'last_at')
    .andWhere(`${model} IS NOT NULL`)
    .andWhere('s.asked_at > :last_at', { last_at })
    .orderBy('s.asked_at')
    .limit(1);
}

/** Of all teams, because they have one learned model. */
function learnedBeforeQuery(manager: EntityManager, { from }: QualityRange): SelectQueryBuilder<ObjectLiteral> {
  return recorded(manager, { from: dayBefore(from, DAYS_BEFORE), to: dayBefore(from, 1) })
    .select('s.id', 'id')
    .andWhere(`s.local_model = 'learned'`)
    .limit(1);
}

function dayBefore(day: string, days: number): string {
  return new Date(Date.parse(day) - days * DAY_MS).toISOString().slice(0, 'YYYY-MM-DD'.length);
}
