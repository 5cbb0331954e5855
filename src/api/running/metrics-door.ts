import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expositionType } from './exposition.js';

/** A door for metrics alone. */
export interface MetricsDoor {
  /** `http://127.0.0.1:9464/metrics`, with the port really taken. */
  readonly address: string;
  close(): Promise<void>;
}

/**
 * Opens a door of its own for metrics, so that they are never to be had where pages and API are.
 *
 * @param text made anew at each request
 * @throws Error of the system where the address cannot be used
 */
export async function openMetricsDoor(
  place: { readonly host: string; readonly port: number },
  text: () => Promise<string>,
): Promise<MetricsDoor> {
  const door = createServer((request, response) => {
    const path = request.url?.split('?')[0];
    if (request.method !== 'GET' || path !== '/metrics') {
      response.writeHead(404).end();
      return;
    }
    text().then(
      (body) => response.writeHead(200, { 'content-type': expositionType }).end(body),
      () => response.writeHead(500).end(),
    );
  });
  await new Promise<void>((resolve, reject) => {
    door.once('error', reject);
    door.listen(place.port, place.host, resolve);
  });
  const { address, port, family } = door.address() as AddressInfo;
  const host = family === 'IPv6' ? `[${address}]` : address;
  return {
    address: `http://${host}:${port}/metrics`,
    close: () =>
      new Promise((resolve) => {
        door.close(() => resolve());
        door.closeAllConnections();
      }),
  };
}
