/** Anything that runs SQL. */
interface Connection {
  query<T>(sql: string): Promise<T>;
}

const TURN_OFF = `
  UPDATE webhooks SET state = 'off', off_reason = 'person', version = version + 1 WHERE state <> 'off' RETURNING id`;

/**
 * Turns all webhooks off. A restored copy has the positions and the waiting deliveries of the original, and often the key of the secrets,
 * so it would send to the real receivers, signed, beside the original.
 * @returns the number of webhooks that were on
 */
export async function turnOffWebhooks(connection: Connection): Promise<number> {
  const [row] = await connection.query<[{ webhooks: number }]>(
    `WITH off AS (${TURN_OFF}) SELECT count(*)::int AS webhooks FROM off`,
  );
  return row.webhooks;
}
