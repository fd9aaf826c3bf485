export { TicketSteps } from './ticket-steps';
export { TypedAhead } from './typed-ahead';
