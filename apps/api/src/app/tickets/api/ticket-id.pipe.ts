import { Injectable, type PipeTransform } from '@nestjs/common';
import { InvalidInputException } from '../../platform/problems/invalid-input.exception';

/** Largest id that the database's 32-bit column holds. */
const MAX_ID = 2_147_483_647;

/** Reads a ticket's id from the path: a positive whole number of 32 bits, without leading zeros. */
@Injectable()
export class TicketIdPipe implements PipeTransform<string, number> {
  transform(text: string): number {
    const id = /^[1-9]\d{0,9}$/.test(text) ? Number(text) : Number.NaN;
    if (id <= MAX_ID) return id;
    throw new InvalidInputException([{ parameter: 'id', detail: 'must be a positive whole number of 32 bits' }]);
  }
}
