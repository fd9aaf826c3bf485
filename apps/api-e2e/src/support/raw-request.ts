import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes that no HTTP client would send, and returns all that comes back until the server closes the connection. */
export async function rawRequest(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let response = '';
  socket.on('data', (text: string) => (response += text));
  socket.write(request);
  await once(socket, 'close');
  return response;
}
