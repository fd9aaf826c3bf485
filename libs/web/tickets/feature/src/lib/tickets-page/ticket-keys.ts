export { ListKeys } from './list-keys';
export { ResultFocus } from './result-focus';
export { RowKeys } from './row-keys';
export { TicketSteps } from './ticket-steps';
export { TypedAhead } from './typed-ahead';
export { UnsentReminder } from './unsent-reminder';
