import { MESSAGE_VISIBILITIES, type MessageVisibility } from '@docket/domain';
import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';

/** Parses the visibility in a path. */
@Injectable()
export class VisibilityPipe implements PipeTransform<string, MessageVisibility> {
  transform(text: string): MessageVisibility {
    const visibility = MESSAGE_VISIBILITIES.find((one) => one === text);
    if (visibility) return visibility;
    const detail = `must be one of ${MESSAGE_VISIBILITIES.join(', ')}`;
    throw new InvalidInputException([{ parameter: 'visibility', detail }]);
  }
}
