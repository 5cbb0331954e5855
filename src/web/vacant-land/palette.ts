import type { VacantClass } from '../../api/contract.js';

/** Colours that stay apart on an image, also for colour-blind readers (Okabe and Ito 2008), then lighter and darker ones. */
const colours = [
  '#d55e00',
  '#56b4e9',
  '#009e73',
  '#f0e442',
  '#cc79a7',
  '#0072b2',
  '#e69f00',
  '#ffffff',
  '#8c2d04',
  '#9ecae1',
  '#a6d96a',
  '#4a4a4a',
] as const;

/** Colours of classes, by their place in the list, so that a class keeps its colour when it is called otherwise. */
export function classColours(classes: readonly Pick<VacantClass, 'name'>[]): ReadonlyMap<string, string> {
  return new Map(classes.map(({ name }, at) => [name, colours[at % colours.length] as string]));
}
