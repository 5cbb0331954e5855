import type { TourLanguage } from '../../test/browser/tour.js';

/** Folder of the pictures of README.md and the guide; `npm run pictures` writes all of it. */
export const pictureFolder = 'docs/guide/pictures';

/** What a picture may weigh, so that a clone stays small. */
export const mostBytes = 150_000;

/** Pictures of the tour, which its steps name (test/browser/tour.ts). */
export const tourPictures = ['overview', 'rank', 'source', 'weights', 'reports'] as const;

/** Pictures of pages that are opened by their address: a part that stands there once they are ready, and whether only it is shown. */
export const pagePictures: Readonly<Record<string, readonly [path: string, ready: string, alone: boolean]>> =
  {
    evaluation: ['/evaluation?city=cn-230400', '[data-evaluated]', false],
    plan: ['/plan?city=cn-340600&example=1', '[data-section="compare"]', true],
    claims: ['/claims', 'main [data-claim]', false],
    distress: ['/distress?example=1', '[data-picture="distress"]', true],
  };

const languages: readonly TourLanguage[] = ['en', 'zh'];

/** Name of a picture's file. */
export function pictureFile(name: string, language: TourLanguage): string {
  return `${pictureFolder}/${name}-${language}.png`;
}

/** All files that the tool makes. */
export function pictureFiles(): string[] {
  return [...tourPictures, ...Object.keys(pagePictures)].flatMap((name) =>
    languages.map((language) => pictureFile(name, language)),
  );
}
