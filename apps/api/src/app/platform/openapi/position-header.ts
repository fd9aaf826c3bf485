import { ApiHeader } from '@nestjs/swagger';
import { POSITION_HEADER } from '../database/replica/client-position';

const EXAMPLE = '16/B374D848';

/** The header of the response to a change. */
export const POSITION_RESPONSE_HEADER = {
  [POSITION_HEADER]: {
    description:
      'The position of the change, if a replica of the database serves reads. A list or the statistics with this header include the change; browsers remember it in a cookie for a minute.',
    schema: { type: 'string', example: EXAMPLE },
  },
} as const;

/** A reference to {@link POSITION_RESPONSE_HEADER} in `components/headers`. */
export const POSITION_HEADER_REFERENCE = {
  [POSITION_HEADER]: { $ref: `#/components/headers/${POSITION_HEADER}` },
};

/** The header of a read that a replica may serve. */
export const ApiPosition = () =>
  ApiHeader({
    name: POSITION_HEADER,
    required: false,
    description: 'The `Docket-Position` of an earlier response. This response includes everything up to that change.',
    schema: { type: 'string' },
    example: EXAMPLE,
  });
