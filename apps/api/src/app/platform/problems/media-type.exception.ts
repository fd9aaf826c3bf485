import { UnsupportedMediaTypeException } from '@nestjs/common';

/** The body has a media type, or a charset, that the operation does not take. */
export class MediaTypeException extends UnsupportedMediaTypeException {
  /** @param accepted the media types that the operation takes */
  constructor(
    readonly accepted: readonly string[],
    detail = `The body must be ${accepted.join(' or ')}`,
  ) {
    super(detail);
  }
}
