import { BadRequestException } from '@nestjs/common';
import type { FastifyInstance } from 'fastify';
import { addHookInTurn } from './hook-in-turn';

/** Refuses a query string that is not UTF-8 in percent-encoding: Fastify would hand it on undecoded. */
export function refuseUnreadableQueries(fastify: FastifyInstance): void {
  addHookInTurn(fastify, async ({ url }) => {
    const start = url.indexOf('?');
    if (start >= 0 && !isDecodable(url.slice(start))) {
      throw new BadRequestException('The query string is not valid UTF-8 in percent-encoding');
    }
  });
}

function isDecodable(text: string): boolean {
  if (!text.includes('%')) return true;
  try {
    decodeURIComponent(text);
    return true;
  } catch {
    return false;
  }
}
