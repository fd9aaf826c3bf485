import { oneOf } from '@docket/domain';

/**
 * Parses the options in a query parameter (`status=open,closed`, or repeated), in the order of `options`. Ignores unknown values, so that
 * an outdated or mistyped link still shows a list.
 */
export function readOptions<T extends string>(options: readonly T[], value: unknown): readonly T[] {
  const named = (Array.isArray(value) ? value : [value]).flatMap((part) => String(part ?? '').split(','));
  return options.filter((option) => named.some((name) => oneOf(options, name.trim()) === option));
}
