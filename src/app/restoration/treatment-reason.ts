import type { Text } from '../../base/index.js';
import type { SunkenParcel, TreatmentBounds, TreatmentVerdict } from '../../plan/index.js';

/** What a verdict rests on, in a sentence: depth, whether the ground still sinks and, where it matters, the water table. */
export function reasonOf(parcel: SunkenParcel, verdict: TreatmentVerdict, bounds: TreatmentBounds): Text {
  const parts = [
    depthWords(parcel, bounds),
    stabilityWords(parcel, verdict, bounds),
    waterWords(parcel, bounds),
  ];
  const said = parts.filter((part) => part !== null);
  return { en: said.map(({ en }) => en).join('; '), zh: said.map(({ zh }) => zh).join('；') };
}

function depthWords({ depthM }: SunkenParcel, { shallow, deep }: TreatmentBounds): Text {
  if (Number.isNaN(depthM)) return { en: 'depth not known', zh: '深度未知' };
  const depth = depthM.toFixed(1);
  if (depthM < shallow)
    return { en: `${depth} m deep, below ${shallow} m`, zh: `深 ${depth} 米，小于 ${shallow} 米` };
  if (depthM <= deep)
    return {
      en: `${depth} m deep, from ${shallow} to ${deep} m`,
      zh: `深 ${depth} 米，介于 ${shallow} 至 ${deep} 米`,
    };
  return { en: `${depth} m deep, above ${deep} m`, zh: `深 ${depth} 米，大于 ${deep} 米` };
}

function stabilityWords(parcel: SunkenParcel, { stable }: TreatmentVerdict, bounds: TreatmentBounds): Text {
  const { settlementM, atRest } = parcel;
  const [limit, months] = [(bounds.settlementM * 1000).toFixed(0), bounds.months];
  if (stable === null && Number.isNaN(settlementM))
    return { en: 'not known whether it still sinks', zh: '是否稳沉未知' };
  const moved = (settlementM * 1000).toFixed(0);
  if (stable === null)
    return {
      en: `moves ${moved} mm in ${months} months, too uncertain against ${limit} mm`,
      zh: `${months} 个月累计 ${moved} 毫米，误差过大，无法与 ${limit} 毫米区分`,
    };
  if (Number.isNaN(settlementM) || (atRest === false && settlementM <= bounds.settlementM))
    return stable
      ? { en: 'at rest by the date given', zh: '按所给日期已稳沉' }
      : { en: 'not at rest yet by the date given', zh: '按所给日期尚未稳沉' };
  return stable
    ? {
        en: `moves ${moved} mm in ${months} months, not above ${limit} mm: at rest`,
        zh: `${months} 个月累计 ${moved} 毫米，不超过 ${limit} 毫米，已稳沉`,
      }
    : {
        en: `moves ${moved} mm in ${months} months, above ${limit} mm: still sinking`,
        zh: `${months} 个月累计 ${moved} 毫米，超过 ${limit} 毫米，未稳沉`,
      };
}

function waterWords({ depthM, waterTableHigh }: SunkenParcel, { deep }: TreatmentBounds): Text | null {
  if (!(depthM > deep)) return null;
  if (waterTableHigh === null) return { en: 'water table not known', zh: '潜水位未知' };
  return waterTableHigh
    ? { en: 'the water table is high', zh: '潜水位高' }
    : {
        en: 'the water table is not high: the rule says nothing of it',
        zh: '潜水位不高，规则未涉及',
      };
}
