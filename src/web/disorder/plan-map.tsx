import { useSpeak } from '../language.js';
import type { Network } from './network.js';
import { StreetCanvas } from './street-canvas.js';
import type { Planned } from './use-disorder.js';

/** Every state has its own shape besides its colour; with no pictures given, points are only planned. */
const states = ['planned', 'complete', 'partly', 'gap'] as const;
type State = (typeof states)[number];

interface PlanMapProps {
  readonly answer: Planned;
  readonly picked: string | null;
  readonly onPick: (street: string | null) => void;
}

const street = { key: 'street', colour: '#8b949b', width: 2 } as const;
const look = () => street;

/** Points where pictures are to be taken, on their streets. */
export function PlanMap({ answer, picked, onPick }: PlanMapProps) {
  const { w } = useSpeak();
  const shown = states.filter((state) => answer.places.some((place) => stateOf(place) === state));
  return (
    <figure className="street-map">
      <StreetCanvas map={answer.map} label={w('disorderPlanMap')} look={look} picked={picked} onPick={onPick}>
        {(network) =>
          shown.map((state) => <Points key={state} state={state} places={answer.places} network={network} />)
        }
      </StreetCanvas>
      <figcaption>
        <ol className="zone-legend">
          {shown.map((state) => (
            <li key={state}>
              <svg className="street-sign" viewBox="0 0 16 16" aria-hidden="true">
                <Signs state={state} path="M8,8h0.01" />
              </svg>
              {w(`disorderState_${state}`)}
            </li>
          ))}
        </ol>
        <p className="quiet small">{w('disorderPlanHint')}</p>
      </figcaption>
    </figure>
  );
}

type Place = Planned['places'][number];

function stateOf({ pictures, missing }: Place): State {
  if (pictures === null) return 'planned';
  if (pictures === 0) return 'gap';
  return missing.length === 0 ? 'complete' : 'partly';
}

/** All points of a state as one path of dots: a city has tens of thousands. */
function Points(props: {
  readonly state: State;
  readonly places: readonly Place[];
  readonly network: Network;
}) {
  const { state, places, network } = props;
  const path = places
    .filter((place) => stateOf(place) === state)
    .map(({ lon, lat }) => {
      const [x, y] = network.place(lon, lat);
      return `M${x.toFixed(1)},${y.toFixed(1)}h0.01`;
    })
    .join('');
  return <Signs state={state} path={path} />;
}

function Signs({ state, path }: { readonly state: State; readonly path: string }) {
  return (
    <>
      <path className={`street-sign-${state}`} d={path} data-points={state} />
      {state === 'partly' && <path className="street-sign-hole" d={path} />}
    </>
  );
}
