import type { Traces } from './traces.js';

/** As `startTraces`, whose packages are loaded only where somebody wants traces. */
export async function openTraces(endpoint: string, version: string): Promise<Traces> {
  return (await import('./traces.js')).startTraces(endpoint, version);
}
