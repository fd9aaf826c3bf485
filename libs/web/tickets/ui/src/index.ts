export * from './lib/priority-badge';
export * from './lib/property-badge';
export * from './lib/property-name-pipe';
export * from './lib/property-value-pipe';
export * from './lib/status-badge';
export { valueText } from './lib/property-texts';
