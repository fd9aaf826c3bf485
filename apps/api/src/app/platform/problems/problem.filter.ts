import { type ArgumentsHost, Catch, type ExceptionFilter, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { ProblemDto } from './problem.dto';
import { isSchemaMissing } from '../database/missing-schema';
import { OverloadedException } from '../overload/overloaded.exception';
import { toProblem } from './problem';
import { sendProblem } from './send-problem';

/** Turns every exception into a problem document. Logs server errors in full, with the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly logger = new Logger(ProblemFilter.name);

  catch(exception: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = toProblem(exception, request);
    this.log(exception, problem.document, request);
    if (reply.sent || reply.raw.headersSent)
      reply.raw.destroy(); // the client must not take a partial response for a complete one
    else sendProblem(reply, problem);
  }

  private log(exception: unknown, { status, trace_id }: ProblemDto, { id, method, url }: FastifyRequest): void {
    if (status < 500 || exception instanceof OverloadedException) return; // the request log has a line for it
    const trace = trace_id === undefined ? '' : ` (trace ${trace_id})`;
    const failure = `${id} ${method} ${url.split('?', 1)[0]} failed${trace}`;
    const { message, stack } = exception instanceof Error ? exception : new Error(String(exception));
    if (status === 503 && !isSchemaMissing(exception)) this.logger.warn(`${failure}: ${message}`);
    else this.logger.error(failure, stack);
  }
}
