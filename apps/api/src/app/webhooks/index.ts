/** Public API of the webhooks feature. Other features import from this file only. */
export { turnOffWebhooks } from './turn-off-webhooks';
export { DELIVERY_MODELS, DELIVERY_REQUESTS } from './api/delivery-requests.openapi';
