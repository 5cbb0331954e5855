import type { Look, ScoreScale } from '../charts/colours.js';
import { scoreScale } from '../charts/colours.js';

/** Looks of rank changes: colour and shape, from a heavy loss to a heavy gain; they stay apart for colour-blind readers. */
const changeLooks: readonly (readonly [from: number, look: Look])[] = [
  [21, { shape: 'triangle', colour: '#0a5a9c' }],
  [6, { shape: 'triangle', colour: '#5ba3d9' }],
  [-5, { shape: 'circle', colour: '#a9aeb2' }],
  [-20, { shape: 'down', colour: '#e59a4b' }],
  [Number.NEGATIVE_INFINITY, { shape: 'down', colour: '#b04a00' }],
];

const noLook: Look = { shape: 'circle', colour: null };

/** How a gain of places looks; missing is hollow. */
export function changeLook(gained: number | null): Look {
  if (gained === null) return noLook;
  return changeLooks.find(([from]) => gained >= from)?.[1] ?? noLook;
}

/** Ends of the classes of `changeLook` with their looks, the heaviest gain first. */
export const changeClasses = changeLooks.map(([, look], at) => ({
  look,
  word: (['gainMuch', 'gain', 'same', 'loss', 'lossMuch'] as const)[at] ?? 'same',
}));

/** Classes of scores of any scale: where whole steps are too coarse, they are made of tenths, hundredths and so on. */
export function scaleOf(scores: ArrayLike<number>): ScoreScale {
  const known = Array.from(scores).filter(Number.isFinite);
  const range = Math.max(...known) - Math.min(...known);
  if (known.length === 0 || !(range > 0) || (range >= 4 && range <= 140)) return scoreScale(known);
  const unit = 10 ** (Math.floor(Math.log10(range)) - 1);
  const { low, high, classes } = scoreScale(known.map((score) => score / unit));
  const back = (value: number) => Number((value * unit).toPrecision(6));
  return {
    low: back(low),
    high: back(high),
    classes: classes.map(({ from, to, colour }) => ({ from: back(from), to: back(to), colour })),
  };
}

const kept = new Map<string | null, Look>();

/** One look for each colour, so that symbols that keep theirs are not drawn anew. */
export function circleOf(colour: string | null): Look {
  const look = kept.get(colour) ?? { shape: 'circle', colour };
  kept.set(colour, look);
  return look;
}
