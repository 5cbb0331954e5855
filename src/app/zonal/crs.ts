import { AfterlodeError, phrases } from '../../base/index.js';

/** What is said of reference systems: by files, and by the call where files are silent. */
export interface SaidCrs {
  readonly where: string;
  readonly file: string | null;
  readonly call: string | null;
}

/**
 * One reference system for zones and raster; nothing is assumed.
 *
 * @returns the system of the zones and that of the raster, which differ only if reprojection was asked for
 * @throws AfterlodeError ZONES_CRS_UNKNOWN, ZONES_CRS_DIFFERENT, ZONES_CRS_CONTRADICTION, ZONAL_RASTER_CRS
 */
export function agreedCrs(
  zones: SaidCrs,
  raster: SaidCrs,
  reproject: boolean,
): { zones: string; raster: string } {
  const [ofZones, ofRaster] = [said(zones), said(raster)];
  if (ofZones === null) {
    throw new AfterlodeError('ZONES_CRS_UNKNOWN', zones.where, { expected: ofRaster ?? phrases.absent });
  }
  if (ofRaster === null) throw new AfterlodeError('ZONAL_RASTER_CRS', raster.where, { expected: ofZones });
  if (ofZones !== ofRaster && !reproject) {
    throw new AfterlodeError('ZONES_CRS_DIFFERENT', zones.where, { found: ofZones, expected: ofRaster });
  }
  return { zones: ofZones, raster: ofRaster };
}

function said({ where, file, call }: SaidCrs): string | null {
  if (file !== null && call !== null && file !== call) {
    throw new AfterlodeError('ZONES_CRS_CONTRADICTION', where, { found: file, expected: call });
  }
  return file ?? call;
}
