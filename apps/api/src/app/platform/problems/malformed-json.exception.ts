import { BadRequestException } from '@nestjs/common';

/** The body says that it is JSON, but is not. */
export class MalformedJsonException extends BadRequestException {}
