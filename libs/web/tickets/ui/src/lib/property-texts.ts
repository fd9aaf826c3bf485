import type { PropertyName, PropertyValue } from '@docket/domain';

interface PropertyTexts<N extends PropertyName> {
  readonly name: string;
  readonly values: Readonly<Record<PropertyValue<N>, string>>;
}

/** Names of the properties and of their values, the same on every screen. */
const TEXTS: { readonly [N in PropertyName]: PropertyTexts<N> } = {
  category: {
    name: 'Category',
    values: { billing: 'Billing', technical: 'Technical', account: 'Account', general: 'General' },
  },
  priority: {
    name: 'Priority',
    values: { low: 'Low', medium: 'Medium', high: 'High', critical: 'Critical' },
  },
  status: {
    name: 'Status',
    values: { open: 'Open', in_progress: 'In progress', resolved: 'Resolved', closed: 'Closed' },
  },
};

export function propertyName(property: PropertyName): string {
  return TEXTS[property].name;
}

export function valueText<N extends PropertyName>(property: N, value: PropertyValue<N>): string {
  return TEXTS[property].values[value];
}
