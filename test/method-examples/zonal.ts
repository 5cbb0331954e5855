import { addTile, answerOf, coverOf, createTally, zonalStatistics } from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

/** Examples of the pages in docs/methods/locate/. */
export const zonalExamples: Examples = {
  'locate.zonal': ({ width, values, weights, ring }) => {
    const cells = column(values);
    const size = { width: width as number, height: cells.length / (width as number) };
    const grid = { ...size, originX: 0, originY: 0, cellWidth: 1, cellHeight: 1, crs: null };
    const tally = createTally(zonalStatistics, 'example');
    const tile = { window: { column: 0, row: 0, ...size }, values: cells };
    addTile(tally, coverOf([column(ring)], grid), tile, weights === undefined ? null : column(weights));
    return answerOf(tally, zonalStatistics);
  },
};
