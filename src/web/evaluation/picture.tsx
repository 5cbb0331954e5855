import { useMemo } from 'react';
import type { EvaluationRow } from '../../api/contract.js';
import { quadrantDrawing } from '../../report/index.js';
import { useSpeak } from '../language.js';
import { useClasses } from '../parts/classes.js';
import { DrawingView } from '../parts/drawing-view.js';

/** The shown cities on the plane of both axes: the picture of the report. */
export function QuadrantPicture({ rows }: { readonly rows: readonly EvaluationRow[] }) {
  const { language, w, t } = useSpeak();
  const label = useClasses();
  const drawing = useMemo(() => {
    const points = rows.flatMap((row) => {
      const { city, name, structureChange, gapChange, quadrant, flags } = row;
      if (structureChange === null || gapChange === null || quadrant === null) return [];
      const disguised = flags.some((flag) => flag.disguise);
      return [
        { id: city, name: name === null ? city : t(name), structureChange, gapChange, quadrant, disguised },
      ];
    });
    return quadrantDrawing(points, {
      lang: language,
      title: w('evaluationPicture'),
      labelOf: (quadrant) => label('evaluation_quadrant', quadrant),
    });
  }, [rows, language, w, t, label]);
  return (
    <figure className="quadrant-picture" data-view="quadrants">
      <DrawingView drawing={drawing} />
      <figcaption className="quiet">{w('evaluationPictureText')}</figcaption>
    </figure>
  );
}
