import type { components } from './api.js';

/** A problem document (RFC 9457). `errors` lists what is wrong with the input. */
export type Problem = components['schemas']['Problem'];

/** An answer that is an error. */
export class DocketError extends Error {
  override readonly name = 'DocketError';

  constructor(
    readonly status: number,
    /** Undefined if the answer is not one of Docket, such as that of a proxy. */
    readonly problem: Problem | undefined,
  ) {
    super(problem ? `${problem.detail} (${problem.type}, request ${problem.request_id})` : `The answer is ${status}`);
  }
}

/** What openapi-fetch returns. */
export interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * The data of an answer.
 * @throws DocketError if it is an error
 */
export async function dataOf<Data>(answer: Answer<Data> | Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new DocketError(response.status, isProblem(error) ? error : undefined);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'type' in error && 'detail' in error && 'request_id' in error;
}
