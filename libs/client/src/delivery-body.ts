import type { components } from './api.js';

/** The body of a webhook's delivery, after its signature was checked. `type` tells what happened. */
export type DeliveryBody =
  | components['schemas']['TicketDeliveryBody']
  | components['schemas']['ImportDeliveryBody']
  | components['schemas']['TestDeliveryBody'];
