import { applyDecorators } from '@nestjs/common';
import { ArrayMaxSize, IsArray, ValidateBy } from 'class-validator';
import { parseId } from './parse-id';

/** Maximum number of ids in a list: each of them is looked up on its own. */
export const LISTED_IDS_MAX = 20;

/** The field is a list of ids, as the text of a URL, or of words that stand for one. */
export function IsListOfIds(words: readonly string[] = [], maxSize = LISTED_IDS_MAX): PropertyDecorator {
  const message = `$property must be one or more of ${[...words, 'positive whole numbers of 32 bits'].join(', ')}`;
  const isId = (value: unknown) => typeof value === 'string' && (words.includes(value) || parseId(value) !== undefined);
  return applyDecorators(
    IsArray({ message }),
    ArrayMaxSize(maxSize, { message: `$property must have at most ${maxSize} values` }),
    ValidateBy({ name: 'isListOfIds', validator: { validate: isId } }, { each: true, message }),
  );
}
