import { classLooks, steps } from '../charts/colours.js';
import { farEnough, hexOf, leastDistance, rgbOf, seenBy, sights } from '../charts/seen-colours.js';
import { formatNumber } from '../format.js';
import { useSpeak } from '../language.js';
import { Group } from './sample.js';

const classes = [...classLooks(['1', '2', '3', '4', '5', '6', '7']).values()].map(
  ({ colour }) => colour ?? '',
);

/** The palettes of classes and scores as each kind of sight sees them. */
export function Palettes() {
  const { w, language } = useSpeak();
  const text = w('partPalettesText', { least: formatNumber(farEnough, 1, language) });
  return (
    <Group name="palettes" title={w('partPalettes')} text={text}>
      <Palette name="classLooks" title={w('partPaletteClasses')} hexes={classes} />
      <Palette name="scoreScale" title={w('partPaletteScores')} hexes={steps} />
    </Group>
  );
}

interface PaletteProps {
  readonly name: string;
  readonly title: string;
  readonly hexes: readonly string[];
}

function Palette({ name, title, hexes }: PaletteProps) {
  const { w, language } = useSpeak();
  const colours = hexes.flatMap((hex) => {
    const colour = rgbOf(hex);
    return colour === null ? [] : [colour];
  });
  return (
    <div className="sideways" data-table={name}>
      <table className="palette">
        <caption>
          {title} <code>{name}</code>
        </caption>
        <thead>
          <tr>
            <th scope="col">{w('partPalettes')}</th>
            <th scope="col" className="amount">
              {w('partNearest')}
            </th>
          </tr>
        </thead>
        <tbody>
          {sights.map((sight) => (
            <tr key={sight} data-row={sight}>
              <th scope="row">
                <span className="palette-name">{w(`partSight_${sight}`)}</span>
                {colours.map((colour) => (
                  <i key={hexOf(colour)} style={{ background: hexOf(seenBy(sight, colour)) }} />
                ))}
              </th>
              <td className="amount">{formatNumber(leastDistance(colours, sight), 1, language)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
