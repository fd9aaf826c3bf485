import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputException } from '../problems/invalid-input.exception';
import { parseId } from './parse-id';

/** Parses the id in a path. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = parseId(text);
    if (id !== undefined) return id;
    throw new InvalidInputException([{ parameter: 'id', detail: 'must be a positive whole number of 32 bits' }]);
  }
}
