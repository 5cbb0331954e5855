import type { WordKey } from './words.js';

/** A page that the navigation leads to. */
export interface Place {
  readonly to: string;
  readonly word: WordKey;
  /** What a reader does there, in one sentence; where a page lists the pages of its group. */
  readonly about?: WordKey;
}

/** An entry of the navigation: a page, or several under one word, with a line of their own once one of them is open. */
export interface Entry {
  readonly word: WordKey;
  readonly places: readonly [Place, ...Place[]];
}

function one(to: string, word: WordKey): Entry {
  return { word, places: [{ to, word }] };
}

/** Pages of the ground. */
const ground: Entry = {
  word: 'ground',
  places: [
    { to: '/ground', word: 'sumNav' },
    { to: '/zones', word: 'zonal' },
    { to: '/subsidence', word: 'subsidence' },
    { to: '/disorder', word: 'disorderNav' },
    { to: '/vacant-land', word: 'idle' },
    { to: '/inefficient-land', word: 'land' },
    { to: '/vacancy', word: 'vacancy' },
  ],
};

/** Pages of planning, in the order of its work; the first lists the others. */
export const planning: Entry = {
  word: 'planning',
  places: [
    { to: '/planning', word: 'planningAll' },
    { to: '/plan', word: 'cityPlan', about: 'cityPlanAbout' },
    { to: '/complexity', word: 'complexity', about: 'complexityAbout' },
    { to: '/successors', word: 'successors', about: 'successorsAbout' },
    { to: '/linkages', word: 'linkages', about: 'linkagesAbout' },
    { to: '/chain', word: 'chain', about: 'chainAbout' },
    { to: '/renewal', word: 'renewal', about: 'renewalAbout' },
    { to: '/restoration', word: 'restoration', about: 'restorationAbout' },
    { to: '/roadmap', word: 'roadmap', about: 'roadmapAbout' },
  ],
};

/** The navigation, in its order. */
export const entries: readonly Entry[] = [
  one('/', 'overview'),
  {
    word: 'compare',
    places: [
      { to: '/compare', word: 'comparedByGroup' },
      { to: '/places', word: 'comparedTitle' },
    ],
  },
  one('/laboratory', 'laboratory'),
  {
    word: 'identification',
    places: [
      { to: '/identification', word: 'identification' },
      { to: '/distress', word: 'distress' },
    ],
  },
  one('/evaluation', 'evaluation'),
  one('/carbon', 'carbon'),
  one('/transfer', 'transfer'),
  ground,
  planning,
  one('/rounds', 'roundsNav'),
  one('/findings', 'findingsNav'),
  one('/claims', 'claims'),
  one('/methods', 'methods'),
  one('/data', 'tables'),
];
