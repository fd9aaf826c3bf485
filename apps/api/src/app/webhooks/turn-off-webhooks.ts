/** A connection that runs SQL. */
interface Connection {
  query<T>(sql: string): Promise<T>;
}

const TURN_OFF = `
  UPDATE webhooks SET state = 'off', off_reason = 'person', version = version + 1 WHERE state <> 'off' RETURNING id`;

/**
 * Turns all webhooks off. A restored copy has the positions and the pending deliveries of the original, and often its secret key, so it
 * would send signed deliveries to the real receivers in parallel with the original.
 * @returns the number of webhooks that were on
 */
export async function turnOffWebhooks(connection: Connection): Promise<number> {
  const [row] = await connection.query<[{ webhooks: number }]>(
    `WITH off AS (${TURN_OFF}) SELECT count(*)::int AS webhooks FROM off`,
  );
  return row.webhooks;
}
