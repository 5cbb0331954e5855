import { useSpeak } from '../language.js';
import { ErrorNote } from '../parts/error-note.js';
import { addFile, changeLook, forgetLayer, moveLayer, useLayers } from './layer-store.js';
import type { Layer } from './layer-types.js';

/** Opening of files, and the layers with order, visibility, opacity and colour. */
export function LayerList() {
  const { w } = useSpeak();
  const { layers, error, unkept } = useLayers();
  return (
    <>
      <div className="field layer-file">
        <label>
          {w('layersOpen')}
          <input
            type="file"
            accept=".geojson,.json,.pmtiles"
            aria-describedby="layers-hint"
            onChange={(event) => {
              const file = event.target.files?.[0];
              // so that the same file can be chosen again
              event.target.value = '';
              if (file !== undefined) void addFile(file);
            }}
          />
        </label>
        <p id="layers-hint" className="quiet small">
          {w('layersHint')}
        </p>
      </div>
      {error !== null && <ErrorNote error={error} />}
      {unkept && <p className="note">{w('layersUnkept')}</p>}
      {layers.length > 0 && (
        <ol className="layer-list" aria-label={w('layersList')}>
          {layers.map((layer, at) => (
            <LayerLine key={layer.id} layer={layer} first={at === 0} last={at === layers.length - 1} />
          ))}
        </ol>
      )}
    </>
  );
}

interface LayerLineProps {
  readonly layer: Layer;
  readonly first: boolean;
  readonly last: boolean;
}

function LayerLine({ layer, first, last }: LayerLineProps) {
  const { w } = useSpeak();
  const { id, name, visible, opacity, colour, from } = layer;
  const of = { name };
  return (
    <li data-layer={name}>
      <label className="layer-name">
        <input
          type="checkbox"
          checked={visible}
          onChange={(event) => changeLook(id, { visible: event.target.checked })}
        />
        {name} {from === 'server' && <span className="tag">{w('layersFromServer')}</span>}
      </label>
      <span className="layer-tools">
        <input
          type="color"
          value={colour}
          aria-label={w('layersColour', of)}
          onChange={(event) => changeLook(id, { colour: event.target.value })}
        />
        <input
          type="range"
          min="0"
          max="100"
          step="5"
          value={Math.round(100 * opacity)}
          aria-label={w('layersOpacity', of)}
          onChange={(event) => changeLook(id, { opacity: Number(event.target.value) / 100 })}
        />
        <button
          type="button"
          className="plain"
          disabled={first}
          aria-label={w('layersUp', of)}
          onClick={() => moveLayer(id, -1)}
        >
          ↑
        </button>
        <button
          type="button"
          className="plain"
          disabled={last}
          aria-label={w('layersDown', of)}
          onClick={() => moveLayer(id, 1)}
        >
          ↓
        </button>
        {from === 'file' && (
          <button
            type="button"
            className="plain"
            aria-label={w('layersForget', of)}
            onClick={() => forgetLayer(id)}
          >
            ×
          </button>
        )}
      </span>
    </li>
  );
}
