import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/** Where the server of a developer listens; the built page asks its own host. */
const server = 'http://127.0.0.1:4321';

export default defineConfig({
  root: 'src/web',
  plugins: [react()],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // No data: addresses and no inline script, so that a strict content security policy holds.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
  },
  worker: {
    format: 'es',
    // The worker computes; what it does not call, as the schemas of the catalog, is left out of it. Only its entry does anything by itself.
    rolldownOptions: { treeshake: { moduleSideEffects: (id) => id.endsWith('/worker.ts') } },
  },
  server: { proxy: { '/api': server, '/openapi.json': server } },
});
