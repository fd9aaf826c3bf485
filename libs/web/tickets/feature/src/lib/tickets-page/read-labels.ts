import { oneOf } from '@docket/domain';

/**
 * The labels in a query parameter (`status=open,closed`, or repeated), in the order of the options. What is no label is
 * left out: an old or mistyped link shows a list all the same.
 */
export function readLabels<T extends string>(options: readonly T[]): (value: unknown) => readonly T[] {
  return (value) => {
    const named = (Array.isArray(value) ? value : [value]).flatMap((part) => String(part ?? '').split(','));
    return options.filter((option) => named.some((name) => oneOf(options, name.trim()) === option));
  };
}
