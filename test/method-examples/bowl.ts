import {
  type Bend,
  type BowlSettings,
  bendAt,
  bowlsOf,
  damageOf,
  exposedBuildings,
  gradeOfRate,
  hazardOf,
  type Motion,
  sinkingOf,
  trendOf,
} from '../../src/locate/index.js';
import { column, type Examples } from './example.js';

type Given = Readonly<Record<string, unknown>>;

/** The bounds of the catalog as the page names them. */
const settings: BowlSettings = {
  edgeMm: 10,
  fastMmPerYear: 30,
  sureErrors: 2,
  minimumAreaM2: 0,
  stillMmPerYear: 10,
  rateBounds: [10, 30, 50],
  damage: { tilt: [3, 6, 10], curvature: [0.2, 0.4, 0.6], strain: [2, 4, 6] },
  strainCoefficientM: null,
};

/** A year of vertical motion at the given rates on square cells. */
function motionOf({ width, side, rates }: Given): Motion {
  const mmPerYear = column(rates);
  const cells = mmPerYear.length;
  const columns = Number(width);
  const grid = {
    width: columns,
    height: cells / columns,
    originX: 0,
    originY: (cells / columns) * Number(side),
  };
  return {
    series: {
      grid: { ...grid, cellWidth: Number(side), cellHeight: -Number(side), crs: 'EPSG:32650' },
      epochs: ['2018-01-01', '2019-01-01'],
      cumulativeMm: [new Float64Array(cells), mmPerYear],
      rank: new Uint16Array(cells).fill(1),
      tied: new Uint8Array(cells).fill(1),
    },
    rate: { mmPerYear, standardErrorMmPerYear: new Float64Array(cells) },
    incidenceDegrees: 0,
    referenceDoubtful: false,
  };
}

/** Examples of docs/methods/locate/bowls.md and buildings.md. */
export const bowlExamples: Examples = {
  'locate.bowls': (given) =>
    bowlsOf(motionOf(given), settings).map((bowl) => ({
      cells: bowl.cells,
      depthMm: bowl.depthMm,
      areaM2: bowl.areaM2,
      volumeM3: bowl.volumeM3,
      curvature: bowl.bend.curvature,
      rateGrade: bowl.rateGrade,
      damage: bowl.damage,
      grade: bowl.grade,
    })),
  'locate.bend': ({ depths, side, strainLength }) => {
    const sides = new Float64Array(3).fill(Number(side));
    const metres = { width: sides, height: sides, area: sides.map((each) => each * each) };
    return bendAt(column(depths), 3, 4, metres, Number(strainLength));
  },
  'locate.grades': ({ rates }) => (rates as number[]).map((rate) => gradeOfRate(rate, settings.rateBounds)),
  'locate.damage': ({ bends, rate }) =>
    (bends as Bend[]).map((bend) => {
      const damage = damageOf(bend, settings.damage);
      return { damage, hazard: hazardOf(gradeOfRate(Number(rate), settings.rateBounds), damage) };
    }),
  'locate.trend': ({ dates, mm }) => trendOf((dates as unknown[]).map(String), column(mm), settings),
  'locate.buildings': ({ footprint, ...given }) => {
    const motion = motionOf(given);
    const footprints = [{ id: 'a', rings: [column(footprint)], heightM: null }];
    return exposedBuildings(
      footprints,
      bowlsOf(motion, settings),
      sinkingOf(motion),
      motion.series.tied,
      settings,
    ).map(({ lengthM, widthM, depthMm, bend, settlementMm, deflection, damage }) => {
      const { tilt } = bend;
      return { lengthM, widthM, depthMm, tilt, settlementMm, deflection, damage };
    });
  },
};
