/** What one caller may take of a server; what comes in a body is limited by each route. */
export interface Limits {
  /** Connections at the same time; more are closed at once. */
  readonly connections: number;
  /** Seconds until a request has come in whole, its body included. */
  readonly requestSeconds: number;
  /** Seconds until its headers have. */
  readonly headerSeconds: number;
  /** Seconds after which the pace of a body is looked at, again and again. */
  readonly bodySeconds: number;
  /** Bytes a second of a body that have to come in that time. */
  readonly bodyRate: number;
}

/**
 * An import of 512 MiB takes ten minutes at 1 MB/s; headers come at once or are sent slowly to hold a connection, and so are bodies
 * that keep less than the pace of a bad modem.
 */
export const usualLimits: Limits = {
  connections: 1000,
  requestSeconds: 600,
  headerSeconds: 20,
  bodySeconds: 20,
  bodyRate: 500,
};

/** How often the server below looks for requests that are too slow, milliseconds; by itself every 30 s, longer than the limit. */
const lookEach = 1000;

/** Limits in the words of the server below. */
export function limitsOf(limits: Partial<Limits> = {}) {
  const { requestSeconds, headerSeconds } = { ...usualLimits, ...limits };
  return {
    requestTimeout: requestSeconds * 1000,
    http: { headersTimeout: headerSeconds * 1000, connectionsCheckingInterval: lookEach },
    // While it stops, requests on open connections are answered by their routes, `/ready` with its reasons.
    return503OnClosing: false,
  };
}
