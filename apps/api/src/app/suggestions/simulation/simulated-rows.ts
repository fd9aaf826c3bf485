import type { DataSource } from 'typeorm';
import type { SimulatedRequest } from './simulated-requests';
import { dayOf, dayOfYear } from './simulated-truth';
import { LOSSES } from './simulated-year';

/** Rows of one statement. */
const BATCH_SIZE = 2000;
/** Above the ids of tickets, so that no suggestion belongs to a ticket that exists. */
const FIRST_TICKET_ID = 1_000_000_000;
/** Time from a request to what follows it, in milliseconds. */
const SHOWN_MS = 2000;
const CHOSEN_MS = 40_000;
const RESOLVED_MS = 4 * 60 * 60 * 1000;

type Row = Readonly<Record<string, string | number | boolean | null | undefined>>;

/** Writes a year into an empty ledger. */
export async function insertRequests(
  database: DataSource,
  requests: readonly SimulatedRequest[],
  lastDay: Date,
): Promise<void> {
  await database.transaction(async (manager) => {
    for (let from = 0; from < requests.length; from += BATCH_SIZE) {
      const rows = requests.slice(from, from + BATCH_SIZE).map((request, n) => toRow(request, from + n));
      await manager.query(
        'INSERT INTO suggestions SELECT * FROM jsonb_populate_recordset(NULL::suggestions, $1::jsonb)',
        [JSON.stringify(rows)],
      );
    }
    for (const [day, number] of LOSSES) {
      await manager.query('INSERT INTO suggestion_losses (day, number) VALUES ($1, $2)', [
        dayOf(dayOfYear(lastDay, day)),
        number,
      ]);
    }
  });
}

/** The columns that the API fills for a request and for what follows it. */
function toRow(request: SimulatedRequest, n: number): Row {
  const { askedAt, phase, outcome, isCached, gemini, local, work } = request;
  const isCall = outcome === 'answered' && !isCached;
  return {
    id: idOf(askedAt, n),
    asked_at: askedAt.toISOString(),
    surface: request.surface,
    is_blind: work === 'blind',
    outcome,
    model: phase.model,
    prompt_version: phase.promptVersion,
    category: gemini.category,
    priority: gemini.priority,
    local_model: local.category && phase.localModel,
    local_version: local.category && phase.localVersion,
    local_category: local.category,
    local_priority: local.priority,
    local_confidence: local.confidence,
    characters: 200 + (n % 700),
    latency_ms: isCached ? 1 : request.latencyMs,
    is_cached: isCached,
    ...(isCall && { attempts: 1, prompt_tokens: 700, output_tokens: 12, cost_micros: phase.costMicros }),
    ...(work !== 'abandoned' && choiceColumns(request, n)),
  };
}

function choiceColumns({ askedAt, teamId, work, chosen, truth }: SimulatedRequest, n: number): Row {
  const after = (ms: number) => new Date(askedAt.getTime() + ms).toISOString();
  return {
    ticket_id: FIRST_TICKET_ID + n,
    team_id: teamId,
    shown_at: work === 'seen' ? after(SHOWN_MS) : null,
    chosen_category: chosen.category,
    chosen_priority: chosen.priority,
    chosen_at: after(CHOSEN_MS),
    final_category: truth.category,
    final_priority: truth.priority,
    final_at: after(RESOLVED_MS),
    final_by: 'resolution',
  };
}

/** A UUID of version 7 whose random part is the number of the request. */
function idOf(askedAt: Date, n: number): string {
  const time = askedAt.getTime().toString(16).padStart(12, '0');
  return `${time.slice(0, 8)}-${time.slice(8)}-7000-8000-${n.toString(16).padStart(12, '0')}`;
}
