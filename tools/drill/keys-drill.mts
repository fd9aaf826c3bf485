import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { runSql } from '#testing/test-database';
import { fileTicket } from '../file-ticket.mts';
import { ApiProcess } from './api-processes.mts';
import type { Finding } from './finding.mts';

const ROUNDS = 10;
const REQUESTS = 50;

/** Sends 50 equal requests per key to two processes and kills one of them meanwhile. Each key must have filed exactly one ticket. */
export async function drillKeys(databaseUrl: string): Promise<readonly Finding[]> {
  const [first, second] = [
    await ApiProcess.start({ DATABASE_URL: databaseUrl }),
    await ApiProcess.start({ DATABASE_URL: databaseUrl }),
  ];
  let replayed = 0;
  let unanswered = 0;
  try {
    for (let round = 0; round < ROUNDS; round++) {
      const key = randomUUID();
      const sent = Array.from({ length: REQUESTS }, async (_, n) => {
        await sleep(n % 10);
        const response = await fileTicket(n % 2 ? first : second, `Round ${round}`, { 'idempotency-key': key }).catch(
          () => undefined,
        );
        if (!response) unanswered++;
        else if (response.headers.has('idempotent-replayed')) replayed++;
      });
      await sleep(5);
      await first.kill();
      await Promise.all(sent);
      await first.start();
      const last = await fileTicket(first, `Round ${round}`, { 'idempotency-key': key });
      if (last.status !== 201) throw new Error(`The repeated request got ${last.status}: ${await last.text()}`);
    }
    const [row] = await runSql(databaseUrl, 'SELECT count(*)::int AS tickets FROM tickets');
    return [
      {
        what: `tickets of ${ROUNDS} keys beyond one each`,
        measured: Number(row?.['tickets']) - ROUNDS,
        unit: '',
        atMost: 0,
      },
      {
        what: 'requests of the killed process without an answer',
        measured: unanswered,
        unit: `of ${ROUNDS * REQUESTS}`,
      },
      { what: 'replayed answers', measured: replayed, unit: '' },
    ];
  } finally {
    await Promise.all([first.stop(), second.stop()]);
  }
}
