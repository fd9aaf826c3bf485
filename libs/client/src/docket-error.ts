import type { components } from './api.js';

/** A problem document (RFC 9457). `errors` lists invalid input. */
export type Problem = components['schemas']['Problem'];

/** An error response. */
export class DocketError extends Error {
  override readonly name = 'DocketError';

  constructor(
    readonly status: number,
    /** Undefined if the response is not Docket's, such as one of a proxy. */
    readonly problem: Problem | undefined,
  ) {
    super(problem ? `${problem.detail} (${problem.type}, request ${problem.request_id})` : `The answer is ${status}`);
  }
}

/** The result of an openapi-fetch request. */
export interface Answer<Data> {
  readonly data?: Data;
  readonly error?: unknown;
  readonly response: Response;
}

/**
 * Returns the data of a response.
 * @throws DocketError for an error response
 */
export async function dataOf<Data>(answer: Answer<Data> | Promise<Answer<Data>>): Promise<Data> {
  const { data, error, response } = await answer;
  if (response.ok) return data as Data;
  throw new DocketError(response.status, isProblem(error) ? error : undefined);
}

function isProblem(error: unknown): error is Problem {
  return typeof error === 'object' && error !== null && 'type' in error && 'detail' in error && 'request_id' in error;
}
