import { UnsupportedMediaTypeException } from '@nestjs/common';

/** The body is compressed. */
export class ContentEncodingException extends UnsupportedMediaTypeException {
  constructor() {
    super('The body must not be compressed');
  }
}
