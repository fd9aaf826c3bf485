export * from './lib/assignee-badge';
export * from './lib/priority-badge';
export * from './lib/property-badge';
export * from './lib/property-name-pipe';
export * from './lib/property-value-pipe';
export * from './lib/status-badge';
export * from './lib/tag-list';
export { propertyName, valueText } from './lib/property-texts';
