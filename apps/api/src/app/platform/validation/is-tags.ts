import { TAGS_MAX, TAG_MAX_LENGTH, TAG_PATTERN, toTag } from '@docket/domain';
import { applyDecorators } from '@nestjs/common';
import { Transform } from 'class-transformer';
import { ArrayMaxSize, IsArray, Matches } from 'class-validator';

const TAG = new RegExp(TAG_PATTERN, 'u');

/** The field is a list of tags. Brings it into the form that the database wants. */
export function IsTags(): PropertyDecorator {
  return applyDecorators(
    Transform(({ value }: { value: unknown }) => (isTexts(value) ? sortedTags(value) : value)),
    IsArray({ message: '$property must be a list' }),
    ArrayMaxSize(TAGS_MAX, { message: `$property must have at most ${TAGS_MAX} tags` }),
    Matches(TAG, {
      each: true,
      message: `each value in $property must be 1 to ${TAG_MAX_LENGTH} letters, digits, hyphens or underscores`,
    }),
  );
}

/** Maximum number of values of a list that is sorted; a longer one is rejected unsorted. */
const SORTED_MAX = 1000;

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.length <= SORTED_MAX && value.every((one) => typeof one === 'string');
}

/** Tags in lower case, as composed characters, without duplicates, in the order of their code points, as the database wants them. */
export function sortedTags(tags: readonly string[]): string[] {
  const unique = [...new Set(tags.map(toTag))];
  return unique.sort((one, other) => Buffer.compare(Buffer.from(one), Buffer.from(other)));
}
