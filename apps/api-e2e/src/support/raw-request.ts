import { once } from 'node:events';
import { connect } from 'node:net';

/** Sends bytes that HTTP clients cannot send, and returns the response until the server closes the connection. */
export async function rawRequest(port: number, request: string): Promise<string> {
  const socket = connect(port, '127.0.0.1').setEncoding('utf8');
  let response = '';
  socket.on('data', (text: string) => (response += text));
  socket.write(request);
  await once(socket, 'close');
  return response;
}
