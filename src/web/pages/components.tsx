import { Colours } from '../components/colours.js';
import { Buttons, Fields } from '../components/controls.js';
import { Charts, FigureTables } from '../components/figures.js';
import { Letters } from '../components/letters.js';
import { Palettes } from '../components/palettes.js';
import { Marks, Notes, Waiting } from '../components/tellings.js';
import { useSpeak } from '../language.js';
import { useTitle } from '../parts/title.js';

/** The parts that pages are made of, as they use them: names, and when to take which. */
export function Components() {
  const { w } = useSpeak();
  useTitle(w('componentsTitle'));
  return (
    <div className="reading wide-reading">
      <h1>{w('componentsTitle')}</h1>
      <p>{w('componentsText')}</p>
      <Letters />
      <Colours />
      <Palettes />
      <Buttons />
      <Fields />
      <FigureTables />
      <Charts />
      <Marks />
      <Notes />
      <Waiting />
    </div>
  );
}
