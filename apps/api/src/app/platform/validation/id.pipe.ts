import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputException } from '../problems/invalid-input.exception';

/** Largest value of PostgreSQL's integer type. */
const MAX_ID = 2_147_483_647;

/** Parses the id in a path: a positive 32-bit integer without leading zeros. */
@Injectable()
export class IdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
    if (id <= MAX_ID) return id;
    throw new InvalidInputException([{ parameter: 'id', detail: 'must be a positive whole number of 32 bits' }]);
  }
}
