import { BadRequestException } from '@nestjs/common';

/** The body has the media type of JSON, but is not valid JSON. */
export class MalformedJsonException extends BadRequestException {}
