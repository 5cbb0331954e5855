import { defineConfig } from 'vitest/config';

const ensure = (await import(new URL('tools/ensure.mjs', import.meta.url).href)) as {
  readonly isFresh: (part: string) => boolean;
};
/** Threads start in a tenth of the time from a build than from sources; a stale build is not used. */
const workers = ensure.isFresh('program')
  ? { AFTERLODE_WORKERS: JSON.stringify(new URL('dist/', import.meta.url).href) }
  : {};

const minute = 60_000;
/** What starts processes or databases gets time for a busy machine with two cores, and no neighbour. */
const alone = { fileParallelism: false, testTimeout: 2 * minute, hookTimeout: 2 * minute };
const extended = [
  'test/app/**',
  'test/cli/**',
  'test/store/**',
  'test/browser/**',
  'test/peers/**',
  'test/gdal/**',
  'test/postgresql/**',
];

/** `npm test` runs unit, whole, store and browser; peers and postgresql have commands of their own (CONTRIBUTING.md). */
export default defineConfig({
  define: workers,
  test: {
    environment: 'node',
    testTimeout: 20_000,
    hookTimeout: minute,
    maxWorkers: 2,
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}'],
      exclude: ['src/**/*.test.*', 'src/**/types.ts', 'src/web/**'],
      reporter: ['text-summary', 'html'],
    },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          include: ['src/**/*.test.{ts,tsx}', 'test/**/*.test.ts'],
          exclude: extended,
          sequence: { groupOrder: 0 },
        },
      },
      {
        extends: true,
        test: {
          ...alone,
          name: 'whole',
          include: ['test/{app,cli}/**/*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...alone,
          name: 'store',
          include: ['test/store/**/*.test.ts'],
          exclude: ['**/postgresql*.test.ts'],
          sequence: { groupOrder: 1 },
        },
      },
      {
        extends: true,
        test: {
          ...alone,
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          sequence: { groupOrder: 2 },
        },
      },
      {
        extends: true,
        test: { ...alone, name: 'peers', include: ['test/peers/**/*.test.ts'], sequence: { groupOrder: 3 } },
      },
      {
        extends: true,
        test: { ...alone, name: 'gdal', include: ['test/gdal/**/*.test.ts'], sequence: { groupOrder: 3 } },
      },
      {
        extends: true,
        test: {
          ...alone,
          name: 'postgresql',
          include: ['test/store/postgresql*.test.ts', 'test/postgresql/**/*.test.ts'],
          sequence: { groupOrder: 4 },
        },
      },
    ],
  },
});
