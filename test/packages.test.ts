import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';

interface Manifest {
  readonly version: string;
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly allowScripts: Readonly<Record<string, boolean>>;
  readonly files: readonly string[];
}
interface Lock {
  readonly packages: Readonly<
    Record<
      string,
      { readonly version?: string; readonly hasInstallScript?: boolean; readonly resolved?: string }
    >
  >;
}

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as Manifest;
const lock = JSON.parse(readFileSync('package-lock.json', 'utf8')) as Lock;
const locked = Object.entries(lock.packages);

describe('packages', () => {
  it('are pinned exactly, as the lock file has them', () => {
    const asked = { ...manifest.dependencies, ...manifest.devDependencies };
    const installed = Object.keys(asked).map((name) => [
      name,
      lock.packages[`node_modules/${name}`]?.version,
    ]);
    expect(Object.fromEntries(installed)).toEqual(asked);
  });

  it('are named without the address of a registry', () => {
    expect(locked.length).toBeGreaterThan(100);
    expect(locked.filter(([, entry]) => entry.resolved?.startsWith('http'))).toEqual([]);
  });

  it('have every install script allowed or refused by name', () => {
    const withScripts = locked
      .filter(([, entry]) => entry.hasInstallScript)
      .map(([path]) => path.split('node_modules/').at(-1));
    expect(Object.keys(manifest.allowScripts).toSorted()).toEqual(withScripts.toSorted());
  });
});

describe('the package that is published', () => {
  it('ships files that exist once it is built', () => {
    expect(manifest.files.filter((path) => path !== 'dist' && !existsSync(path))).toEqual([]);
  });

  it('has its version in the changelog', () => {
    expect(readFileSync('CHANGELOG.md', 'utf8')).toContain(`\n## ${manifest.version}`);
  });
});
