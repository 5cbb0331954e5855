import type { Signed } from './types-access.js';

/** Paused ones are told nothing of what happens meanwhile. */
export type WebhookState = 'active' | 'paused';

export type DeliveryState = 'waiting' | 'delivered' | 'given_up';

/** Where events of some kinds are told. */
export interface Webhook {
  readonly id: string;
  readonly address: string;
  /** Kinds of events. */
  readonly events: readonly string[];
  readonly label: string;
  readonly state: WebhookState;
  /** Instant, ISO 8601. */
  readonly made: string;
}

/** A webhook of the list. */
export interface ListedWebhook extends Webhook {
  /** False after a restore: backups hold no secrets. Nothing is sent until it gets a new one. */
  readonly signs: boolean;
  readonly waiting: number;
  readonly givenUp: number;
}

/** An event as it is told to one webhook. */
export interface Delivery {
  /** The same for each try, so that a receiver can tell repetitions. */
  readonly id: string;
  readonly webhook: string;
  readonly event: string;
  /** The JSON that is sent. */
  readonly body: string;
  readonly made: string;
  readonly state: DeliveryState;
  readonly tries: number;
  /** When it is tried next. */
  readonly next: string;
  /** Instant of the last try; empty: none yet. */
  readonly last: string;
  /** Status of the last answer; null where there was none. */
  readonly answer: number | null;
  /** What went wrong the last time; empty where nothing did. */
  readonly fault: string;
}

/** A delivery that is to be sent now. */
export interface DueDelivery extends Delivery {
  readonly address: string;
  readonly secret: string;
}

/** What came of a try. */
export interface Tried {
  readonly id: string;
  readonly at: string;
  readonly state: DeliveryState;
  readonly next: string;
  readonly answer: number | null;
  readonly fault: string;
}

/** Webhooks and what they are to be told. Changes are written with their line in the audit log, which never holds a secret. */
export interface WebhookStore {
  /** By their making. */
  list(): Promise<readonly ListedWebhook[]>;
  add(webhook: Webhook, secret: string, signed: Signed): Promise<void>;
  /** Its deliveries go with it. False where there is none. */
  remove(id: string, signed: Signed): Promise<boolean>;
  /** False where there is none or it is so already. */
  setState(id: string, state: WebhookState, signed: Signed): Promise<boolean>;
  /** A new secret from the next try on. False where there is no such webhook. */
  setSecret(id: string, secret: string, signed: Signed): Promise<boolean>;
  /** Adds a delivery to one webhook, whatever events it is told. Null where there is no such webhook. */
  addTest(id: string, at: string): Promise<string | null>;
  /** The newest deliveries of a webhook, the newest first. */
  deliveries(webhook: string, most: number): Promise<readonly Delivery[]>;
  /** Whether something is to be sent at an instant; asks without waiting for writers. */
  isDue(at: string): Promise<boolean>;
  /**
   * Takes deliveries for sending: each goes to one process, and to another one only after `until`, should this one die.
   *
   * @param only of this webhook alone, whatever its state
   */
  take(at: string, until: string, most: number, only?: string): Promise<readonly DueDelivery[]>;
  note(tried: Tried): Promise<void>;
  /** Removes deliveries that ended before an instant. */
  forget(before: string): Promise<void>;
}
