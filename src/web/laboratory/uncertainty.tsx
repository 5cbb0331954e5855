import { memo, useId } from 'react';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { Select } from '../parts/select.js';
import { InfluenceTable } from './influence.js';
import type { Influence, LabProblem, Variation } from './messages.js';
import { NumberEntry } from './number-entry.js';
import { ProblemNote } from './problem-note.js';
import { type Alternative, alternatives, type Settings } from './settings.js';
import type { Change } from './use-settings.js';

interface UncertaintyProps {
  readonly settings: Pick<Settings, 'spread' | 'vary' | 'runs' | 'seed' | 'top' | 'influence'>;
  readonly variation: Variation | null;
  /** Whether the variation is of an earlier state. */
  readonly stale: boolean;
  readonly influence: Influence | null;
  readonly problem: LabProblem | null;
  readonly chosenName: string | null;
  readonly change: Change;
}

const runChoices = [200, 500, 1000, 2000, 5000, 10_000];

/** What varies, how often, and how far the answer has come. */
export const Uncertainty = memo(function Uncertainty(props: UncertaintyProps) {
  const { settings, variation, stale, influence, problem, chosenName, change } = props;
  const { w } = useSpeak();
  const spread = useId();
  const set = (part: Partial<Settings>) => change((old) => ({ ...old, ...part }));
  const toggle = (one: Alternative) => {
    const vary = new Set(settings.vary);
    if (!vary.delete(one)) vary.add(one);
    set({ vary });
  };
  const counts = runChoices.includes(settings.runs) ? runChoices : [...runChoices, settings.runs];
  return (
    <section className="lab-uncertainty" aria-label={w('labUncertainty')}>
      <h2>{w('labUncertainty')}</h2>
      <div className="lab-vary">
        <div className="lab-spread">
          <label htmlFor={spread}>{w('labSpread')}</label>
          <input
            id={spread}
            type="range"
            name="spread"
            min={0}
            max={100}
            step={5}
            value={settings.spread * 100}
            onChange={(event) => set({ spread: Number(event.target.value) / 100 })}
          />
          <output htmlFor={spread}>±{Math.round(settings.spread * 100)}%</output>
        </div>
        <fieldset>
          <legend>{w('labAlso')}</legend>
          {alternatives.map((one) => (
            <label key={one} className="lab-check">
              <input
                type="checkbox"
                name={`vary-${one}`}
                checked={settings.vary.has(one)}
                onChange={() => toggle(one)}
              />
              {w(`labVary_${one}`)}
            </label>
          ))}
        </fieldset>
        <div className="lab-numbers">
          <Select
            name="runs"
            label={w('labRuns')}
            value={String(settings.runs)}
            choices={counts.map((n) => ({ value: String(n), label: String(n) }))}
            onChange={(value) => set({ runs: Number(value) })}
          />
          <Labelled label={w('labSeed')}>
            <NumberEntry
              name="seed"
              label={w('labSeed')}
              value={settings.seed}
              digits={0}
              range={[0, 4_294_967_295]}
              step={1}
              onChange={(seed) => set({ seed: Math.round(seed) })}
            />
          </Labelled>
          <Labelled label={w('labTop')}>
            <NumberEntry
              name="top"
              label={w('labTop')}
              value={settings.top}
              digits={0}
              range={[1, 10_000]}
              step={1}
              onChange={(top) => set({ top: Math.round(top) })}
            />
          </Labelled>
        </div>
      </div>
      <Progress variation={variation} stale={stale} />
      {problem !== null && <ProblemNote problem={problem} />}
      {!settings.influence && (
        <p>
          <button type="button" className="plain" onClick={() => set({ influence: true })}>
            {w('labInfluenceAsk')}
          </button>
        </p>
      )}
      {settings.influence && influence !== null && (
        <InfluenceTable influence={influence} chosenName={chosenName} />
      )}
    </section>
  );
});

function Labelled({ label, children }: { readonly label: string; readonly children: React.ReactNode }) {
  return (
    <div className="field">
      <span className="field-label" aria-hidden="true">
        {label}
      </span>
      {children}
    </div>
  );
}

function Progress(props: { readonly variation: Variation | null; readonly stale: boolean }) {
  const { variation, stale } = props;
  const { language, w } = useSpeak();
  if (variation === null && !stale)
    return <p className="quiet small lab-progress">{w('labNothingVaries')}</p>;
  if (variation === null || stale) return <div className="lab-progress lab-waiting" />;
  const { done, runs, failed, failure, unrest, seed } = variation;
  return (
    <div className="lab-progress" data-done={done} data-runs={runs} data-seed={seed}>
      <progress max={runs} value={done} aria-label={w('labDone', { done, runs })} />
      <p className="quiet small">
        {w('labDone', { done, runs })}
        {!Number.isNaN(unrest) && ` · ${w('labUnrest', { n: formatNumber(unrest, 2, language) })}`}
      </p>
      {failed > 0 && (
        <p className="remark">
          {w('labFailedRuns', { n: failed })} {failure?.message[language]}
        </p>
      )}
    </div>
  );
}
