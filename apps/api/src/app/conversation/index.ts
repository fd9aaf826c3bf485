/** Public API of the conversation feature. Other features import from this file only. */
export { seedDemoConversations } from './demo/seed-demo-conversations';
