import { setTimeout as pause } from 'node:timers/promises';
import { Client } from 'pg';
import { freePort } from '#testing/free-port';
import { createServerDatabase } from '#testing/test-database';
import { ADMINISTRATOR, send, signIn } from '../people/sign-in.mts';
import { startClosedApi } from '../processes.mts';
import { realisticTickets } from '../realistic-tickets.mts';

/** An API at which 50 people work, without and with a training. */
export interface TrainingAtWorkMeasurements {
  /** Maximum delay of the API's event loop during an equally long time without a training, in ms. */
  readonly usualDelayMs: number;
  /** Maximum delay of the API's event loop from the start of the training to its end, in ms. */
  readonly delayMs: number;
  /** Times of people's requests, in ms. */
  readonly usualRequests: readonly number[];
  readonly requests: readonly number[];
}

const DECISIONS = 20_000;
const BATCH = 1000;
const PEOPLE = 50;
/** Pause of a person between two requests, in ms. */
const PAUSE_MS = 1000;
/** Time between two readings of the delay, in ms. Each reading starts a new maximum. */
const READING_MS = 250;
/** Maximum time of a training, in ms. */
const TRAINING_MAX_MS = 300_000;
const FILE = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1) AS ticket(title text, description text, category text)),
  filed AS (INSERT INTO tickets (title, description, category, priority) SELECT title, description, category, 'medium' FROM given RETURNING *)
  INSERT INTO suggestions (id, asked_at, outcome, surface, is_blind, local_model, local_category, ticket_id, chosen_category,
    chosen_priority, chosen_at)
  SELECT gen_random_uuid(), now(), 'not_configured', 'form', true, 'words', category, id, category, priority, now() FROM filed`;

/** Trains a model in the built API, on 20,000 tickets, while 50 people read and change tickets. */
export async function measureTrainingAtWork(adminUrl: string): Promise<TrainingAtWorkMeasurements> {
  const { url } = await createServerDatabase(adminUrl);
  const port = await freePort();
  const api = await startClosedApi(url, ADMINISTRATOR, { CLASSIFIER: 'local', METRICS_PORT: String(port) });
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    const tickets = [...realisticTickets(DECISIONS, 7)];
    for (let at = 0; at < DECISIONS; at += BATCH)
      await client.query(FILE, [JSON.stringify(tickets.slice(at, at + BATCH))]);
    await client.query('VACUUM ANALYZE');
    const cookie = await signIn(api.url);
    const observe = (work: () => Promise<unknown>) => observeWork(api.url, cookie, port, work);
    await observe(() => pause(10_000)); // warms up
    const started = performance.now();
    const training = await observe(() => train(api.url, cookie, client));
    const duration = performance.now() - started;
    const usual = await observe(() => pause(duration));
    return {
      usualDelayMs: usual.delayMs,
      delayMs: training.delayMs,
      usualRequests: usual.requests,
      requests: training.requests,
    };
  } finally {
    await client.end();
    await api.stop();
  }
}

/** Starts a training, and waits for its model. */
async function train(url: string, cookie: string, client: Client): Promise<void> {
  const response = await send(url, '/api/models/train', {}, { cookie });
  if (response.status !== 202) throw new Error(`The training got ${response.status}`);
  const end = performance.now() + TRAINING_MAX_MS;
  while (performance.now() < end) {
    await pause(READING_MS);
    const { rows } = await client.query<{ decisions: number }>('SELECT decisions FROM local_models');
    if (rows[0]?.decisions === DECISIONS) return;
  }
  throw new Error('The training did not end');
}

/** Lets people work until something is done, and reads the delay of the API's event loop and the times of their requests. */
async function observeWork(url: string, cookie: string, metricsPort: number, work: () => Promise<unknown>) {
  const requests: number[] = [];
  const delays: number[] = [];
  let isDone = false;
  const person = async (n: number) => {
    await pause((PAUSE_MS / PEOPLE) * n);
    for (let turn = 0; !isDone; turn++) {
      const started = performance.now();
      await act(url, cookie, n + PEOPLE * turn);
      requests.push(performance.now() - started);
      await pause(PAUSE_MS);
    }
  };
  const readDelays = async () => {
    while (!isDone) {
      await pause(READING_MS);
      delays.push(await readDelay(metricsPort));
    }
  };
  await readDelay(metricsPort); // forgets the delays before
  const people = Promise.all([readDelays(), ...Array.from({ length: PEOPLE }, (_, n) => person(n))]);
  await Promise.race([work(), people]).finally(() => (isDone = true));
  await people;
  return { requests, delayMs: Math.max(...delays) };
}

/** Sends the next request of a person: a page of the list, a ticket, its timeline, or a change. */
async function act(url: string, cookie: string, turn: number): Promise<void> {
  const ticket = `/api/tickets/${1 + ((turn * 97) % DECISIONS)}`;
  const read = (path: string) => fetch(`${url}${path}`, { headers: { cookie } });
  const response = await [
    () => read('/api/tickets/?limit=50'),
    () => read(ticket),
    () => read(`${ticket}/timeline`),
    () => send(url, ticket, { priority: turn % 8 < 4 ? 'high' : 'low' }, { cookie }, 'PATCH'),
  ][turn % 4]?.();
  await response?.text();
  if (!response?.ok) throw new Error(`A request of a person got ${response?.status}`);
}

/** The maximum delay since the last reading, in ms. */
async function readDelay(port: number): Promise<number> {
  const text = await (await fetch(`http://127.0.0.1:${port}/metrics`)).text();
  const seconds = /^nodejs_eventloop_lag_max_seconds (\S+)$/m.exec(text)?.[1];
  if (seconds === undefined) throw new Error('The metrics have no delay of the event loop');
  return Number(seconds) * 1000;
}
