import { PROPERTY_NAMES, type PropertyName } from '@docket/domain';

/** An object with one entry for each property. */
export function byProperty<T>(toEntry: (property: PropertyName) => T): Record<PropertyName, T> {
  const entries = PROPERTY_NAMES.map((property) => [property, toEntry(property)] as const);
  return Object.fromEntries(entries) as Record<PropertyName, T>;
}
