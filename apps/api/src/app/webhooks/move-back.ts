/**
 * Number of neighbouring events whose positions are compared. Concurrent transactions may write events in another order than that of their
 * ids and times.
 */
const NEIGHBOURS = 1000;

/**
 * Moves the position of a webhook, $1, back to the first event since a time, $2. Never moves it forward, which would skip undelivered
 * events.
 *
 * Events have no index by time. A bisection of their ids, which grow with time, finds the event in a few dozen reads, regardless of the
 * number of events. All events below `low` are before the time, and all from `high` on are not.
 */
export const MOVE_BACK = `
  WITH RECURSIVE search AS (
    SELECT min(id) AS low, max(id) + 1 AS high FROM ticket_events
    UNION ALL
    SELECT CASE WHEN event.id < high AND event.at < $2::timestamptz THEN event.id + 1 ELSE low END,
      CASE WHEN event.id < high AND event.at < $2::timestamptz THEN high ELSE middle END
    FROM search CROSS JOIN LATERAL (SELECT low + (high - low) / 2 AS middle) AS halves
      CROSS JOIN LATERAL (SELECT id, at FROM ticket_events WHERE id >= middle ORDER BY id LIMIT 1) AS event
    WHERE low < high
  ), first AS (
    SELECT event.epoch, event.horizon, event.id - 1 AS id FROM (
      SELECT epoch, horizon, id, at FROM ticket_events WHERE id >= (SELECT max(low) FROM search) - ${NEIGHBOURS}
      ORDER BY id LIMIT ${2 * NEIGHBOURS}) AS event
    WHERE event.at >= $2::timestamptz ORDER BY event.epoch, event.horizon, event.id LIMIT 1)
  UPDATE webhooks SET (epoch, horizon, event_id) = (SELECT epoch, horizon, id FROM first)
  WHERE id = $1 AND EXISTS (SELECT FROM first WHERE (first.epoch, first.horizon, first.id) < (webhooks.epoch, webhooks.horizon, webhooks.event_id))`;
