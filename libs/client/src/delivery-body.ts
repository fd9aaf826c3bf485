import type { components } from './api.js';

/** Body of a webhook delivery with a verified signature. `type` is the kind of event. */
export type DeliveryBody =
  | components['schemas']['TicketDeliveryBody']
  | components['schemas']['ImportDeliveryBody']
  | components['schemas']['TestDeliveryBody'];
