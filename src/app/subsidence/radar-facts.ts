import { basename } from 'node:path';
import { AfterlodeError, foreignReason, phrases } from '../../base/index.js';
import {
  existsAt,
  gammaWords,
  type Hdf5File,
  isAddress,
  listFiles,
  placeBelow,
  placeName,
  readTextAt,
  readTextFile,
} from '../../files/index.js';

/** What the files of a stack say of the radar; null where they do not. */
export interface RadarFacts {
  readonly wavelengthM: number | null;
  /** From the vertical, in the middle of the scene. */
  readonly incidenceDegrees: number | null;
  /** Direction of flight, from north by east. */
  readonly headingDegrees: number | null;
  /** From the satellite to the ground, in the middle of the scene. */
  readonly slantRangeM: number | null;
}

export const nothingSaid: RadarFacts = {
  wavelengthM: null,
  incidenceDegrees: null,
  headingDegrees: null,
  slantRangeM: null,
};

const lightMPerS = 299_792_458;

/**
 * Facts of a folder, a path or an address: of its `info.json` (wavelength_m, incidence_deg, heading_deg, slant_range_m), else of the parameters of an
 * image that GAMMA or LiCSAR leave (`*.par` with radar_frequency).
 *
 * @throws AfterlodeError FILE_FORMAT, DISPLACEMENT_WAVELENGTH for an `info.json` whose numbers are none
 */
export async function factsOfFolder(folder: string): Promise<RadarFacts> {
  const info = placeBelow(folder, 'info.json');
  if (await existsAt(info)) return factsOfInfo(placeName(info), await readTextAt(info));
  if (isAddress(folder)) return nothingSaid;
  for (const file of await listFiles(folder)) {
    if (!/\.par$/i.test(basename(file))) continue;
    const words = gammaWords(await readTextFile(file));
    const number = (name: string) => {
      const value = Number(words.get(name) ?? Number.NaN);
      return Number.isFinite(value) ? value : null;
    };
    const frequency = number('radar_frequency');
    if (frequency === null || frequency <= 0) continue;
    return {
      wavelengthM: lightMPerS / frequency,
      incidenceDegrees: number('incidence_angle'),
      headingDegrees: number('heading'),
      slantRangeM: number('center_range_slc'),
    };
  }
  return nothingSaid;
}

function factsOfInfo(path: string, text: string): RadarFacts {
  let said: Record<string, unknown>;
  try {
    said = (JSON.parse(text) as Record<string, unknown> | null) ?? {};
  } catch (error) {
    throw new AfterlodeError('FILE_FORMAT', path, { found: foreignReason(error), expected: 'JSON' }, error);
  }
  const wavelength = said.wavelength_m;
  if (wavelength !== undefined && !(typeof wavelength === 'number' && wavelength > 0)) {
    const found = wavelength === null ? phrases.none : JSON.stringify(wavelength);
    throw new AfterlodeError('DISPLACEMENT_WAVELENGTH', path, { found });
  }
  const number = (name: string) =>
    typeof said[name] === 'number' && Number.isFinite(said[name]) ? said[name] : null;
  return {
    wavelengthM: number('wavelength_m'),
    incidenceDegrees: number('incidence_deg'),
    headingDegrees: number('heading_deg'),
    slantRangeM: number('slant_range_m'),
  };
}

/** Facts of a file of MintPy; its words are those of ROI_PAC. */
export function factsOfHdf5(file: Hdf5File): RadarFacts {
  const said = file.attributes();
  const number = (name: string) => {
    const value = Number(said[name] ?? Number.NaN);
    return Number.isFinite(value) ? value : null;
  };
  return {
    wavelengthM: number('WAVELENGTH'),
    incidenceDegrees: number('CENTER_INCIDENCE_ANGLE'),
    headingDegrees: number('HEADING'),
    slantRangeM: number('SLANT_RANGE_DISTANCE'),
  };
}
