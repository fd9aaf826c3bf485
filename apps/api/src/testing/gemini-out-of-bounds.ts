import type { ServerResponse } from 'node:http';

type Responder = (response: ServerResponse) => void;

/** Redirects to another URL. */
export const redirectTo =
  (location: string, status = 307): Responder =>
  (response) => {
    response.writeHead(status, { location }).end();
  };

/**
 * Sends the same piece of a body until it has a length or the client closes the connection.
 * @param onSent receives the number of bytes that the connection accepted
 */
export const respondWithLongBody =
  (status: number, piece: string, length: number, onSent: (bytes: number) => void = () => undefined): Responder =>
  (response) => {
    response.writeHead(status, { 'content-type': 'application/json' });
    let sent = 0;
    const send = (): void => {
      while (sent < length && !response.destroyed) {
        sent += piece.length;
        onSent(sent);
        if (!response.write(piece)) return void response.once('drain', send);
      }
      response.end();
    };
    send();
  };
