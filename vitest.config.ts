import { defineConfig } from 'vitest/config';
import { BaseSequencer, type TestSpecification } from 'vitest/node';

const ensure = (await import(new URL('tools/ensure.mjs', import.meta.url).href)) as {
  readonly isFresh: (part: string) => boolean;
};
/** Threads start in a tenth of the time from a build than from sources; a stale build is not used. */
const workers = ensure.isFresh('program')
  ? { AFTERLODE_WORKERS: JSON.stringify(new URL('dist/', import.meta.url).href) }
  : {};

/** Projects by how long their files take: the longest begin, so that no process is left alone with one of them at the end. */
const slowFirst = ['browser', 'store', 'whole', 'unit'];
class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => slowFirst.indexOf(project.name);
    return (await super.sort(files)).toSorted((a, b) => place(a) - place(b));
  }
}

const minute = 60_000;
/** Time for a busy machine with two cores: what hangs is told late, what is slow is no fault. */
const patient = { testTimeout: 2 * minute, hookTimeout: 2 * minute };
/** Needs the whole machine, or its own kind of it. */
const alone = { fileParallelism: false, isolate: true };
const extended = [
  'test/app/**',
  'test/cli/**',
  'test/store/**',
  'test/browser/**',
  'test/peers/**',
  'test/gdal/**',
  'test/office/**',
  'test/postgresql/**',
  'test/redis/**',
];

/**
 * `npm test` runs unit, whole, store and browser, whose files share two processes; peers, gdal, office, postgresql and redis have
 * commands of their own (CONTRIBUTING.md). Files do not get modules of their own (`isolate`): loading them anew took most
 * of the time.
 * So no module may keep what one test changes, and no file replaces modules; what needs that needs a process of its own.
 */
export default defineConfig({
  define: workers,
  test: {
    environment: 'node',
    ...patient,
    maxWorkers: 2,
    isolate: false,
    sequence: { groupOrder: 0, sequencer: SlowFirst },
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
        },
      },
      {
        extends: true,
        test: { name: 'whole', include: ['test/{app,cli}/**/*.test.ts'] },
      },
      {
        extends: true,
        test: {
          name: 'store',
          include: ['test/store/**/*.test.ts'],
          exclude: ['**/postgresql*.test.ts'],
        },
      },
      {
        extends: true,
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          // A page may take long on a busy machine; the usual second would make of that a fault.
          expect: { poll: { timeout: minute, interval: 50 } },
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
          name: 'office',
          include: ['test/office/**/*.test.ts'],
          sequence: { groupOrder: 3 },
        },
      },
      {
        extends: true,
        test: { ...alone, name: 'redis', include: ['test/redis/**/*.test.ts'], sequence: { groupOrder: 4 } },
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
