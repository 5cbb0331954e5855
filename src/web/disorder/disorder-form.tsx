import type { SubmitEvent } from 'react';
import { offerFile } from '../exports/save-file.js';
import { useSpeak } from '../language.js';
import { FileField } from '../parts/file-field.js';
import { NumberField } from '../parts/number-field.js';
import { Select } from '../parts/select.js';
import { type DisorderWork, type FileName, fileNames } from './use-disorder.js';

const scoreFiles = fileNames.filter((name) => name !== 'taken');

/** Tables and streets, how they are joined, and the made example. */
export function DisorderForm({ work }: { readonly work: DisorderWork }) {
  const { w } = useSpeak();
  const { files, choices, choose, scored, gone } = work;
  const lacking = files.scores === undefined && files.shares === undefined;
  return (
    <form
      className="zonal-form"
      onSubmit={(event: SubmitEvent) => {
        event.preventDefault();
        void work.score();
      }}
    >
      <div className="zonal-files">
        {scoreFiles.map((name) => (
          <DisorderFile key={name} name={name} work={work} />
        ))}
      </div>
      <ChosenFiles work={work} names={scoreFiles} />
      {gone && <p role="alert">{w('fileGone')}</p>}
      <div className="zonal-choices">
        <Select
          label={w('disorderJoin')}
          value={choices.join}
          choices={[
            { value: '', label: w('disorderJoinList') },
            { value: 'max', label: w('disorderJoinMax') },
            { value: 'mean', label: w('disorderJoinMean') },
          ]}
          onChange={(join) => choose({ join })}
        />
        <NumberField
          label={w('disorderMinimum')}
          value={choices.minimumCoverage}
          range={[0, 1]}
          onValue={(minimumCoverage) => choose({ minimumCoverage })}
        />
        {files.ratings !== undefined && (
          <Select
            label={w('disorderCurve')}
            value={choices.calibration}
            choices={[
              { value: '', label: w('disorderLogistic') },
              { value: 'linear', label: w('disorderLinear') },
            ]}
            onChange={(calibration) => choose({ calibration })}
          />
        )}
      </div>
      <button type="submit" className="plain" disabled={lacking || scored.busy}>
        {w('disorderCompute')}
      </button>
    </form>
  );
}

/** A file of the page; drawn anew with the example, as an input keeps the name of its file. */
export function DisorderFile({ name, work }: { readonly name: FileName; readonly work: DisorderWork }) {
  const { w } = useSpeak();
  return (
    <FileField
      key={work.edition}
      label={w(`disorderFile_${name}`)}
      hint={w(`disorderHint_${name}`)}
      accept={name === 'streets' ? '.geojson,.json' : '.csv,.txt,.tsv,text/csv'}
      onFile={(file) => void work.take(name, file)}
    />
  );
}

/** Files that were chosen; those of the example can be saved, to see what is asked for. */
export function ChosenFiles(props: { readonly work: DisorderWork; readonly names: readonly FileName[] }) {
  const { w } = useSpeak();
  const { files, made } = props.work;
  const shown = props.names.flatMap((name) => {
    const file = files[name];
    return file === undefined ? [] : [{ is: name, ...file }];
  });
  if (shown.length === 0) return null;
  return (
    <ul className="zonal-facts quiet small">
      {shown.map(({ is, name, text }) => (
        <li key={is} data-file={is}>
          {made ? (
            <button type="button" className="number" onClick={() => offerFile(name, text)}>
              {name}
            </button>
          ) : (
            name
          )}
          {made && ` ${w('disorderMadeFile')}`}
        </li>
      ))}
    </ul>
  );
}
