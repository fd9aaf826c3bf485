import type { FastifyReply } from 'fastify';

/** Adds the name of a request header on which the response depends to `Vary` (RFC 9110, 12.5.5). */
export function addVary(reply: FastifyReply, name: string): void {
  const names = String(reply.getHeader('Vary') ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
  if (!names.some((each) => each.toLowerCase() === name.toLowerCase()))
    reply.header('Vary', [...names, name].join(', '));
}
