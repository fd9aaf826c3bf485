export * from './lib/compositions';
export * from './lib/conversation-api';
export * from './lib/message-draft';
export * from './lib/message-sending';
export * from './lib/timeline';
export * from './lib/timeline-entry';
export * from './lib/drafted-replies';
export * from './lib/writing-api';
