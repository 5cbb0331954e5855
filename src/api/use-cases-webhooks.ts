import type * as app from '../app/index.js';
import type { AccessCall, Workspace } from '../app/index.js';

/** Whom the service tells what happens. */
export interface WebhookUseCases {
  readonly listWebhooks: (ws: Workspace, call: AccessCall) => Promise<readonly app.WebhookAnswer[]>;
  readonly addWebhook: (
    ws: Workspace,
    wish: app.WebhookWish,
    call: AccessCall,
  ) => Promise<app.WebhookSecretAnswer>;
  readonly removeWebhook: (ws: Workspace, id: string, call: AccessCall) => Promise<void>;
  readonly setWebhookState: (
    ws: Workspace,
    id: string,
    state: 'active' | 'paused',
    call: AccessCall,
  ) => Promise<app.WebhookAnswer>;
  readonly renewWebhookSecret: (
    ws: Workspace,
    id: string,
    call: AccessCall,
  ) => Promise<app.WebhookSecretAnswer>;
  readonly testWebhook: (ws: Workspace, id: string, call: AccessCall) => Promise<app.DeliveryAnswer>;
  readonly webhookDeliveries: (
    ws: Workspace,
    id: string,
    asked: { readonly most: number },
    call: AccessCall,
  ) => Promise<readonly app.DeliveryAnswer[]>;
}
