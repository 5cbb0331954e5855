import { useState } from 'react';
import type { RasterAnswer, ZonalAnswer } from '../../api/contract.js';
import { AfterlodeError } from '../../base/index.js';
import { type ReadZones, readZones, type ZonalStatistic } from '../../locate/index.js';
import { CallError, call, callErrorOf, post } from '../api.js';

/** Zones of a file that was chosen. */
export interface ChosenZones extends ReadZones {
  readonly name: string;
  readonly text: string;
}

/** Choices of the page; texts are empty where nothing was chosen. */
export interface ZonalChoices {
  readonly band: string;
  readonly zoneId: string;
  readonly zonesCrs: string;
  readonly rasterCrs: string;
  readonly reproject: boolean;
  readonly statistics: readonly ZonalStatistic[];
}

const usual: ZonalChoices = {
  band: '1',
  zoneId: '',
  zonesCrs: '',
  rasterCrs: '',
  reproject: false,
  statistics: ['count', 'mean', 'min', 'max'],
};

/** What the page works with: files, choices, and the answer to them. */
export function useZonal() {
  const [raster, setRaster] = useState<RasterAnswer | null>(null);
  const [weights, setWeights] = useState<RasterAnswer | null>(null);
  const [zones, setZones] = useState<ChosenZones | null>(null);
  const [choices, setChoices] = useState(usual);
  const [busy, setBusy] = useState<'sending' | 'computing' | null>(null);
  const [answer, setAnswer] = useState<ZonalAnswer | null>(null);
  const [error, setError] = useState<CallError | null>(null);

  const work = async (kind: 'sending' | 'computing', done: () => Promise<void>) => {
    setBusy(kind);
    setError(null);
    setAnswer(null);
    try {
      await done();
    } catch (cause) {
      setError(errorOf(cause));
    } finally {
      setBusy(null);
    }
  };
  const choose = (changes: Partial<ZonalChoices>) => {
    setAnswer(null);
    setError(null);
    setChoices((old) => ({ ...old, ...changes }));
  };
  return {
    raster,
    weights,
    zones,
    choices,
    busy,
    answer,
    error,
    choose,
    takeRaster: (file: File) =>
      work('sending', async () => {
        setRaster(null);
        setRaster(await sendRaster(file));
        choose({ band: '1', rasterCrs: '' });
      }),
    takeWeights: (file: File | null) =>
      work('sending', async () => {
        setWeights(null);
        if (file !== null) setWeights(await sendRaster(file));
      }),
    takeZones: (file: File) =>
      work('sending', async () => {
        setZones(null);
        const text = await file.text();
        const read = readZones(text, file.name);
        setZones({ ...read, name: file.name, text });
        choose({ zoneId: nameProperty(read, text), zonesCrs: '' });
      }),
    compute: () =>
      work('computing', async () => {
        if (raster === null || zones === null) return;
        setAnswer(await post<ZonalAnswer>('/api/zonal', request(raster, weights, zones, choices)));
      }),
  };
}

/** Sends a raster, for questions about it. @throws CallError */
export function sendRaster(file: File): Promise<RasterAnswer> {
  const headers = {
    'x-file-name': encodeURIComponent(file.name),
    'content-type': 'application/octet-stream',
  };
  return call<RasterAnswer>('/api/rasters', { method: 'POST', headers, body: file });
}

function request(
  raster: RasterAnswer,
  weights: RasterAnswer | null,
  zones: ChosenZones,
  { band, zoneId, zonesCrs, rasterCrs, reproject, statistics }: ZonalChoices,
): object {
  return {
    raster: raster.id,
    ...(weights !== null && { weights: weights.id }),
    zones: zones.text,
    zonesName: zones.name,
    stats: statistics,
    band: [band],
    ...(zoneId !== '' && { zoneId }),
    ...(zonesCrs !== '' && { zonesCrs }),
    ...(rasterCrs !== '' && { rasterCrs }),
    ...(reproject && { reprojectZones: true }),
  };
}

/** Where zones are only numbered, the property that looks like a name and tells all zones apart. */
function nameProperty({ issues, properties }: ReadZones, text: string): string {
  if (issues.length === 0) return '';
  const tellsApart = (name: string) => {
    try {
      return readZones(text, '', name).zones.length > 0;
    } catch {
      return false;
    }
  };
  return properties.find((name) => /name|名|district|id$/i.test(name) && tellsApart(name)) ?? '';
}

/** What a fault is shown as: zones are read in the browser, with the same words as on the server. */
export function errorOf(cause: unknown): CallError {
  if (!(cause instanceof AfterlodeError)) return callErrorOf(cause);
  const { code, where, text, remedy } = cause;
  const problem = {
    type: 'about:blank',
    title: code,
    status: 400,
    detail: text.en,
    code,
    where,
    message: text,
    remedy,
  };
  return new CallError(problem, cause);
}
