/** One entry of the metadata that GDAL keeps in a TIFF file. */
interface Item {
  readonly name: string;
  /** Band from 0; `null` for the file as a whole. */
  readonly band: number | null;
  /** `description`, `unittype`, `scale`, `offset`; `''` for words of the writer. */
  readonly role: string;
  readonly text: string;
}

/** What GDAL's metadata say of a raster. */
export interface GdalMetadata {
  /** By band, `''` where nothing is said. */
  readonly names: readonly string[];
  readonly units: readonly string[];
  /** By band: value = number in the file · scale + offset. */
  readonly scales: readonly number[];
  readonly offsets: readonly number[];
  /** Words of the writer about the whole file, such as the wavelength of a radar. */
  readonly tags: Readonly<Record<string, string>>;
}

/**
 * Reads the tag GDAL_METADATA.
 *
 * @param xml text of the tag, `undefined` where the file has none
 */
export function readGdalMetadata(xml: string | undefined, bands: number): GdalMetadata {
  const items = xml === undefined ? [] : itemsOf(xml);
  const byBand = (role: string) =>
    Array.from(
      { length: bands },
      (_, band) => items.find((item) => item.band === band && item.role === role)?.text ?? '',
    );
  const numbers = (role: string, usual: number) =>
    byBand(role).map((text) => (text === '' || !Number.isFinite(Number(text)) ? usual : Number(text)));
  return {
    names: byBand('description'),
    units: byBand('unittype'),
    scales: numbers('scale', 1),
    offsets: numbers('offset', 0),
    tags: Object.fromEntries(
      items.filter((item) => item.band === null && item.role === '').map((item) => [item.name, item.text]),
    ),
  };
}

function itemsOf(xml: string): readonly Item[] {
  return Array.from(
    xml.matchAll(/<Item\b([^>]*?)(?:\/>|>([^<]*)<\/Item>)/g),
    ([, attributes = '', text = '']) => {
      const attribute = (name: string) =>
        new RegExp(`\\b${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`).exec(attributes)?.slice(1).find(Boolean) ??
        '';
      const band = attribute('sample');
      return {
        name: plain(attribute('name')),
        band: band === '' ? null : Number(band),
        role: attribute('role'),
        // GDAL writes it escaped twice.
        text: plain(plain(text)).trim(),
      };
    },
  );
}

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', apos: "'", amp: '&' };

function plain(text: string): string {
  return text.replace(
    /&(?:#x([\da-f]{1,6})|#(\d{1,7})|(\w+));/gi,
    (whole, hex?: string, ten?: string, name = '') => {
      const code = hex === undefined ? Number(ten) : Number.parseInt(hex, 16);
      if (hex === undefined && ten === undefined) return entities[name as string] ?? whole;
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    },
  );
}
