import { describe, expect, it } from 'vitest';
import { successorsOf } from '../../src/app/index.js';
import { openPlaces } from '../../src/app/ledger/open-places.js';
import { asOperator } from './caller.js';
import { readingWorkspace, testWorkspace } from './workspace.js';

const text = (name: string, lines: readonly string[]) => ({
  name,
  bytes: Buffer.from(`${lines.join('\n')}\n`),
});

describe('successors of listed cities, prefectures and others', () => {
  it('are told or refused with a reason, and no gate is open that nobody has set', async () => {
    const ws = await readingWorkspace();
    const listed = ws.register.cities.filter((city) => city.listed).filter((_, at) => at % 8 === 0);
    const refused: string[] = [];
    let told = 0;
    for (const city of listed) {
      try {
        const { rows, issues } = await successorsOf(ws, city.id, {}, {});
        told++;
        expect(rows.every(({ gates, state }) => gates.length > 0 && state === 'conditional')).toBe(true);
        expect(issues.filter(({ severity }) => severity === 'error')).toEqual([]);
      } catch (error) {
        refused.push((error as { code: string }).code);
      }
    }
    expect(refused.filter((code) => code !== 'SUCCESSORS_PLACE')).toEqual([]);
    expect(told).toBeGreaterThan(0.9 * listed.length);
  });
});

describe('what the ledger knows of the ground', () => {
  it('is unknown until somebody looked, then counted and summed while it is not closed', async () => {
    const ws = await testWorkspace();
    const gateOf = async (gate: string) => {
      const { rows } = await successorsOf(ws, '230400', {}, {});
      const row = rows.find(({ activity }) => activity === 'employed_manufacturing');
      return row?.gates.find((one) => one.gate === gate);
    };
    expect(await gateOf('ground')).toMatchObject({ has: null, hasSource: null, state: 'unknown' });
    const place = (name: string, value: number) => {
      return { place: name, lon: null, lat: null, light: 'red' as const, value, note: '' };
    };
    const call = {
      city: '230400',
      period: '2020',
      level: 'block' as const,
      evidence: 'made',
      access: asOperator,
    };
    await openPlaces(ws, { ...call, about: 'subsidence' }, [place('a', -0.1), place('b', -0.05)]);
    await openPlaces(ws, { ...call, about: 'vacant_land' }, [place('c', 4000), place('d', 2500)]);
    expect(await gateOf('ground')).toMatchObject({ has: 2, state: 'unknown', sense: 'most' });
    expect((await gateOf('ground'))?.hasSource?.en).toBe('ledger of findings: 2 of 2 not closed');
    expect(await gateOf('land')).toMatchObject({ has: 6500, sense: 'least' });
    const needs = text('needs', [
      'activity,gate,needs',
      'employed_manufacturing,ground,0',
      'employed_manufacturing,land,5000',
    ]);
    const { rows } = await successorsOf(ws, '230400', { needs }, {});
    const gates = rows.find(({ activity }) => activity === 'employed_manufacturing')?.gates;
    expect(gates?.find(({ gate }) => gate === 'ground')).toMatchObject({ state: 'shut', lacking: 2 });
    expect(gates?.find(({ gate }) => gate === 'land')).toMatchObject({ state: 'open', lacking: 0 });
    // What somebody writes of the place comes before the ledger.
    const has = text('has', ['place,gate,has', '鹤岗市,ground,0', '七台河市,ground,9']);
    const again = await successorsOf(ws, '230400', { needs, has }, {});
    const own = again.rows.find(({ activity }) => activity === 'employed_manufacturing')?.gates;
    expect(own?.find(({ gate }) => gate === 'ground')?.state).toBe('open');
  });
});
