export * from './lib/priority-mark';
export * from './lib/property-mark';
export * from './lib/property-name-pipe';
export * from './lib/property-value-pipe';
export * from './lib/status-mark';
