export { tellWebhooks, type WebhookTeller } from './deliver.js';
export { reachOfWebhooks } from './networks.js';
export {
  addWebhook,
  type DeliveryAnswer,
  listWebhooks,
  removeWebhook,
  renewWebhookSecret,
  sendWebhookTest,
  setWebhookState,
  testWebhook,
  type WebhookAnswer,
  type WebhookSecretAnswer,
  type WebhookWish,
  webhookDeliveries,
} from './webhooks.js';
