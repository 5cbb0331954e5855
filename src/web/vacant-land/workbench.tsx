import { useMemo, useState } from 'react';
import type { VacantProbability, VacantProjectAnswer } from '../../api/contract.js';
import { pathOf, useAnswer } from '../api.js';
import { useSpeak } from '../language.js';
import { cellAspect, cellMetres, type ToCells } from '../subsidence/cells.js';
import { ClassList } from './class-list.js';
import { type Drawing, withPolygon } from './drawing.js';
import { boxOf, nextBlocks } from './found.js';
import { FoundLayer, NextLayer, ProbabilityLayer } from './found-layers.js';
import { type CanvasMode, LabelCanvas } from './label-canvas.js';
import { LabelFile } from './label-file.js';
import { LayerChoice, type Layers, usualLayers } from './map-layers.js';
import { ModelForm } from './model-form.js';
import { classColours } from './palette.js';
import { Result } from './result.js';
import { SaveNote } from './save-note.js';
import { ToolBar } from './tool-bar.js';
import { TrainForm } from './train-form.js';
import { type Labels, useLabels } from './use-labels.js';
import { useTraining } from './use-training.js';
import { type Box, useView } from './use-view.js';

/** Blocks to label that are listed and drawn. */
const mostBlocks = 10;

interface WorkbenchProps {
  /** Of the project in the API. */
  readonly path: string;
  readonly all: VacantProjectAnswer;
  readonly toCells: ToCells;
  readonly onTrained: () => Promise<void>;
}

/** Labels, training and results of one project around its image. */
export function Workbench({ path, all, toCells, onTrained }: WorkbenchProps) {
  const { w } = useSpeak();
  const { grid, result } = all;
  const labels = useLabels(path, all.labels, grid);
  const training = useTraining(path, all.training, onTrained);
  const view = useView(grid);
  const [layers, setLayers] = useState<Layers>(usualLayers);
  const [picked, setPicked] = useState<string | null>(null);
  const tools = useTools(labels);
  const [metres, aspect] = [cellMetres(grid), cellAspect(grid)];
  const colours = useMemo(() => classColours(labels.drawing.classes), [labels.drawing.classes]);
  const blocks = useMemo(
    () => (result === null ? [] : nextBlocks(result.answer, toCells, mostBlocks)),
    [result, toCells],
  );
  const go = (id: string, box: Box, change: Partial<Layers>) => {
    setPicked(id);
    setLayers({ ...layers, ...change });
    view.show(box);
    document.querySelector('.idle-canvas')?.scrollIntoView({ block: 'nearest' });
  };
  return (
    <>
      <section className="idle-bench" data-section="labels" aria-label={w('idleLabels')}>
        <div className="idle-picture">
          <ToolBar {...tools} undo={labels.undo} />
          <LabelCanvas
            {...{ path, project: all.project, view, colours, metres, aspect }}
            {...tools}
            drawing={labels.drawing}
            onUndo={labels.undo}
          >
            <ShownResults {...{ path, all, layers, picked, colours, toCells, blocks }} shown={view.box} />
          </LabelCanvas>
          <p id="idle-keys" className="quiet small">
            {w('idleKeys')}
          </p>
        </div>
        <div className="idle-side">
          <ClassList
            drawing={labels.drawing}
            colours={colours}
            className={tools.className}
            cellM2={metres === null ? null : metres ** 2 / aspect}
            onPick={tools.pickClass}
            onNamed={tools.setClass}
            onChange={labels.change}
          />
          <LabelFile drawing={labels.drawing} grid={grid} onChange={labels.change} />
          <SaveNote labels={labels} />
          <TrainForm drawing={labels.drawing} state={labels.state} training={training} />
          <ModelForm training={training} />
          {result !== null && (
            <LayerChoice
              answer={result.answer}
              layers={layers}
              onLayers={(change) => setLayers({ ...layers, ...change })}
            />
          )}
        </div>
      </section>
      {result !== null && (
        <Result
          {...{ path, result, blocks, picked }}
          files={all.files}
          revision={labels.revision}
          onPolygon={(one) => go(one.id, boxOf(one, toCells), { found: true })}
          onBlock={(one) => go(one.id, one.box, { next: true })}
        />
      )}
    </>
  );
}

/** What is drawn, with what, and what is chosen. */
function useTools(labels: Labels) {
  const { drawing, change } = labels;
  const [mode, setMode] = useState<CanvasMode>('draw');
  const [said, setClass] = useState<string | null>(null);
  const [held, setChosen] = useState<string | null>(null);
  const chosen = drawing.polygons.find(({ id }) => id === held) ?? null;
  // A class may have been renamed or dropped, here or by taking a change back.
  const known = drawing.classes.some(({ name }) => name === said);
  const className = known && said !== null ? said : (drawing.classes[0]?.name ?? '');
  const replace = (polygons: Drawing['polygons']) => change({ ...drawing, polygons });
  const pick = (name: string) => {
    setClass(name);
    if (mode === 'choose' && chosen !== null)
      replace(drawing.polygons.map((one) => (one === chosen ? { ...one, className: name } : one)));
  };
  return {
    mode,
    setMode: (next: CanvasMode) => {
      setMode(next);
      setChosen(null);
    },
    className,
    /** For what is drawn next; `pickClass` also for what is chosen. */
    setClass,
    pickClass: pick,
    chosen: chosen?.id ?? null,
    onChoose: (id: string | null) => {
      setChosen(id);
      const found = drawing.polygons.find((one) => one.id === id);
      if (found !== undefined) setClass(found.className);
    },
    onClass: (at: number) => {
      const name = drawing.classes[at]?.name;
      if (name !== undefined) pick(name);
    },
    onPolygon: (corners: Parameters<typeof withPolygon>[2]) =>
      change(withPolygon(drawing, className, corners)),
    onDelete: () => {
      replace(drawing.polygons.filter((one) => one !== chosen));
      setChosen(null);
    },
  };
}

interface ShownProps extends Pick<WorkbenchProps, 'path' | 'all' | 'toCells'> {
  readonly layers: Layers;
  readonly picked: string | null;
  readonly colours: ReadonlyMap<string, string>;
  readonly blocks: ReturnType<typeof nextBlocks>;
  /** Part of the image that is seen. */
  readonly shown: Box;
}

/** Results that are to be seen, between image and labels. */
function ShownResults(props: ShownProps) {
  const { path, all, layers, picked, colours, toCells, blocks, shown } = props;
  const { result, grid } = all;
  const asked = result !== null && layers.probability !== '';
  const { answer } = useAnswer<VacantProbability>(
    asked ? pathOf(`${path}/probability`, { class: layers.probability }) : null,
  );
  if (result === null) return null;
  const colour = colours.get(layers.probability) ?? '#d55e00';
  return (
    <>
      {asked && answer !== null && answer.class === layers.probability && (
        <ProbabilityLayer answer={answer} colour={colour} opacity={layers.opacity} grid={grid} />
      )}
      {layers.next && <NextLayer blocks={blocks} picked={picked} />}
      {layers.found && (
        <FoundLayer polygons={result.answer.polygons} {...{ picked, colours, toCells, shown }} />
      )}
    </>
  );
}
