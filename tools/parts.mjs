// Node built-ins only: ensure.mjs reads this before anything is installed.

/** What each part is built from; a change in anything else does not make it stale. */
export const parts = {
  program: {
    words: 'the program',
    made: 'dist/cli.js',
    stamp: 'dist/.program-built',
    from: [
      'src',
      'tools/build.mjs',
      'tools/compile-catalog.ts',
      'tools/pack-database.mjs',
      'package-lock.json',
    ],
    except: ['src/web'],
  },
  web: {
    words: 'the pages',
    made: 'dist/web/index.html',
    stamp: 'dist/.web-built',
    from: [
      'src',
      'docs/methods',
      'examples/huaibei-plan',
      'vite.config.ts',
      'tools/build.mjs',
      'package-lock.json',
    ],
    except: ['src/cli', 'src/app', 'src/store', 'src/files', 'src/print'],
  },
};
