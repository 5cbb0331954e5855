import { useState } from 'react';
import { useSpeak } from '../language.js';
import { FileField } from '../parts/file-field.js';
import { Link } from '../parts/link.js';
import { MoreButton } from '../parts/more-button.js';
import { WhyNumber } from '../parts/number.js';
import { NumberField } from '../parts/number-field.js';
import { Opening } from '../parts/opening.js';
import { Select } from '../parts/select.js';
import { TextField } from '../parts/text-field.js';
import { useCatalog } from '../parts/units.js';
import { YearEntry } from '../parts/year-entry.js';
import { Group, Sample } from './sample.js';

/** What is pressed. */
export function Buttons() {
  const { w } = useSpeak();
  const [most, setMost] = useState(10);
  const parameter = useCatalog().answer?.parameters[0];
  return (
    <Group name="buttons" title={w('partButtons')}>
      <div className="samples">
        <Sample name="button.plain" when={w('partButtonText')}>
          <button type="button" className="plain">
            {w('partButton')}
          </button>{' '}
          <button type="button" className="plain" disabled>
            {w('partButton')}
          </button>
        </Sample>
        <Sample name="Link" when={w('partLinkText')}>
          <Link to="/methods">{w('methods')}</Link>
        </Sample>
        <Sample name="WhyNumber" when={w('partNumberText')}>
          {parameter !== undefined && (
            <WhyNumber address={`parameter/${parameter.id}`}>{parameter.id}</WhyNumber>
          )}
        </Sample>
        <Sample name="MoreButton" when={w('partMoreText')}>
          <MoreButton all={20} most={most} step={10} onMost={setMost} />
        </Sample>
        <Sample name="Opening" when={w('partOpeningText')}>
          <Opening name="sample" title={w('partOpeningSample')}>
            {() => <p>{w('partOpeningText')}</p>}
          </Opening>
        </Sample>
      </div>
    </Group>
  );
}

/** What is filled in. */
export function Fields() {
  const { w } = useSpeak();
  const [text, setText] = useState('');
  const [value, setValue] = useState<number | null>(null);
  const [year, setYear] = useState('2020');
  const [chosen, setChosen] = useState('all');
  const choices = [
    { value: 'all', label: w('all') },
    { value: 'none', label: w('none') },
  ];
  return (
    <Group name="fields" title={w('partFields')}>
      <div className="samples">
        <Sample name="TextField" when={w('partTextFieldText')}>
          <TextField label={w('city')} value={text} onChange={setText} />
        </Sample>
        <Sample name="NumberField" when={w('partNumberFieldText')}>
          <NumberField label={w('score')} value={value} range={[0, 100]} onValue={setValue} />
        </Sample>
        <Sample name="YearEntry" when={w('partYearText')}>
          <YearEntry label={w('period')} value={year} onYear={setYear} />
        </Sample>
        <Sample name="Select" when={w('partSelectText')}>
          <Select label={w('level')} value={chosen} choices={choices} onChange={setChosen} />
        </Sample>
        <Sample name="FileField" when={w('partFileText')}>
          <FileField label={w('file')} accept=".csv" hint="CSV" onFile={() => undefined} />
        </Sample>
      </div>
    </Group>
  );
}
