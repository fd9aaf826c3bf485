import type { ServerResponse } from 'node:http';

/**
 * Calls a function once the connection of a response has closed, or the response is sent completely. At once if that has happened already:
 * Node emits `close` once, and a client may disconnect before the hooks and the parsing of its request have ended.
 */
export function onClosed(response: ServerResponse, callback: () => void): void {
  if (response.closed) callback();
  else response.once('close', callback);
}
