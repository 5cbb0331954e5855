import { useEffect, useState } from 'react';
import type { DisorderAnswer, DisorderShown, PlanAnswer, PlannedPoints } from '../../api/contract.js';
import { madeTown } from './made-town.js';
import { useSent } from './use-sent.js';

export type Scored = DisorderAnswer & DisorderShown;
export type Planned = PlanAnswer & PlannedPoints;

/** Files of the page, by the names that the API and its messages give them. */
export const fileNames = ['scores', 'streets', 'reference', 'lengths', 'shares', 'ratings', 'taken'] as const;
export type FileName = (typeof fileNames)[number];

/** A file as it was read. */
export interface ReadFile {
  readonly name: string;
  readonly text: string;
}

/** Choices of the page; empty and null are left to the program. */
export interface DisorderChoices {
  readonly join: string;
  readonly minimumCoverage: number | null;
  readonly calibration: string;
  readonly spacing: number | null;
  readonly within: number | null;
  readonly months: string;
  readonly hours: string;
}

type Files = Readonly<Partial<Record<FileName, ReadFile>>>;

const usual: DisorderChoices = {
  join: '',
  minimumCoverage: null,
  calibration: '',
  spacing: null,
  within: null,
  months: '',
  hours: '',
};
/** Of the choices and files those that only the plan knows; the streets are of both. */
const ofPlan = ['spacing', 'within', 'months', 'hours', 'taken'];

/** Files and choices of the made example. */
function madeExample(): { readonly files: Files; readonly choices: DisorderChoices } {
  const town = madeTown(1);
  const csv = (name: 'scores' | 'reference' | 'taken') => ({ name: `made-${name}.csv`, text: town[name] });
  const files = {
    scores: csv('scores'),
    streets: { name: 'made-streets.geojson', text: town.streets },
    reference: csv('reference'),
    taken: csv('taken'),
  };
  return { files, choices: { ...usual, months: '5-9' } };
}

/**
 * What the page works with: files, choices, and both answers.
 *
 * @param withExample begin with the made example
 */
export function useDisorder(withExample: boolean) {
  const [start] = useState(() => (withExample ? madeExample() : null));
  const [files, setFiles] = useState<Files>(start?.files ?? {});
  const [made, setMade] = useState(start !== null);
  const [edition, setEdition] = useState(0);
  const [choices, setChoices] = useState(start?.choices ?? usual);
  const [gone, setGone] = useState(false);
  const scored = useSent<Scored>('/api/disorder');
  const planned = useSent<Planned>('/api/disorder/plan');

  const outdate = (name: string) => {
    if (name === 'streets' || !ofPlan.includes(name)) scored.clear();
    if (name === 'streets' || ofPlan.includes(name)) planned.clear();
  };
  const take = async (name: FileName, file: File | null) => {
    // Nothing made stays beside what is real.
    if (made) for (const one of ['scores', 'taken']) outdate(one);
    outdate(name);
    setMade(false);
    setGone(false);
    try {
      const read = file === null ? null : { name: file.name, text: await file.text() };
      setFiles((old) => {
        const { [name]: _, ...rest } = made ? {} : old;
        return read === null ? rest : { ...rest, [name]: read };
      });
    } catch {
      setGone(true);
    }
  };
  const choose = (changes: Partial<DisorderChoices>) => {
    for (const name of Object.keys(changes)) outdate(name);
    setChoices((old) => ({ ...old, ...changes }));
  };
  const { send: sendScores } = scored;
  const { send: sendPlan } = planned;
  useEffect(() => {
    if (start === null) return;
    void sendScores(scoreRequest(start.files, start.choices, true));
    void sendPlan(planRequest(start.files, start.choices));
  }, [start, sendScores, sendPlan]);
  const loadMade = () => {
    const example = madeExample();
    setFiles(example.files);
    setChoices(example.choices);
    setMade(true);
    setEdition((old) => old + 1);
    setGone(false);
    void sendScores(scoreRequest(example.files, example.choices, true));
    void sendPlan(planRequest(example.files, example.choices));
  };
  return {
    files,
    made,
    /** How often the example was loaded. */
    edition,
    choices,
    gone,
    scored,
    planned,
    take,
    choose,
    loadMade,
    score: () => sendScores(scoreRequest(files, choices, made)),
    plan: () => sendPlan(planRequest(files, choices)),
  };
}

export type DisorderWork = ReturnType<typeof useDisorder>;

function scoreRequest(
  files: Files,
  { join, minimumCoverage, calibration }: DisorderChoices,
  made: boolean,
): object {
  const tables = ['scores', 'shares', 'ratings', 'lengths', 'reference', 'streets'] as const;
  return {
    ...texts(files, tables),
    ...(join !== '' && { join }),
    ...(minimumCoverage !== null && { minimumCoverage }),
    ...(calibration !== '' && { calibration }),
    // The made auditors know the shipped list only.
    ...(made && { list: 'streets' }),
  };
}

function planRequest(files: Files, { spacing, within, months, hours }: DisorderChoices): object {
  return {
    ...texts(files, ['streets', 'taken']),
    ...(spacing !== null && { spacing }),
    ...(within !== null && { within }),
    ...(months !== '' && { months }),
    ...(hours !== '' && { hours }),
  };
}

function texts(files: Files, names: readonly FileName[]): object {
  return Object.fromEntries(
    names.flatMap((name) => (files[name] === undefined ? [] : [[name, files[name].text]])),
  );
}
