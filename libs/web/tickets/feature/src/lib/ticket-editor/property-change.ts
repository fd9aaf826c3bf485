import type { PropertyName, PropertyValue } from '@docket/domain';

interface ChangeOf<N extends PropertyName> {
  readonly property: N;
  readonly from: PropertyValue<N>;
  readonly to: PropertyValue<N>;
}

/** A change of one property: `from` is the value that the user saw. */
export type PropertyChange = { readonly [N in PropertyName]: ChangeOf<N> }[PropertyName];

export function invert(change: PropertyChange): PropertyChange {
  return { ...change, from: change.to, to: change.from } as PropertyChange;
}
