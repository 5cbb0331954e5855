import { describe, expect, it } from 'vitest';
import { decodeJpeg } from './jpeg.js';
import { decodePng } from './png.js';
import { madeJpeg, madePng } from './testing/made-picture.js';
import { sniffedType, withoutPrivate } from './without-private.js';

const fault = ({ en }: { readonly en: string }) => new Error(en);
const text = (bytes: Uint8Array | null) => Buffer.from(bytes ?? []).toString('latin1');

/** A segment of a JPEG with its length. */
const segment = (marker: number, body: Uint8Array) =>
  Buffer.concat([Uint8Array.of(0xff, marker, (body.length + 2) >> 8, (body.length + 2) & 255), body]);

/** Little-endian EXIF: which side is up, and a name of the device in place of a position. */
function exif(turn: number): Uint8Array {
  const tiff = Buffer.alloc(8 + 2 + 24 + 4);
  tiff.write('II*\0', 'latin1');
  tiff.writeUInt32LE(8, 4);
  tiff.writeUInt16LE(2, 8);
  tiff.writeUInt16LE(0x010f, 10);
  tiff.writeUInt16LE(2, 12);
  tiff.writeUInt32LE(4, 14);
  tiff.write('GPS\0', 18, 'latin1');
  tiff.writeUInt16LE(0x0112, 22);
  tiff.writeUInt16LE(3, 24);
  tiff.writeUInt32LE(1, 26);
  tiff.writeUInt16LE(turn, 30);
  return segment(0xe1, Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]));
}

const jpeg = madeJpeg(8, 8, [[40]]);
const withSegments = (...more: readonly Uint8Array[]) =>
  Buffer.concat([jpeg.subarray(0, 2), ...more, jpeg.subarray(2), Buffer.from('TRAILER GPS')]);

describe('a JPEG', () => {
  it('loses position, comments, further pictures and what follows its end, and keeps its pixels', async () => {
    const words = Buffer.from('GPS 47.3 N 130.3 E');
    const more = [
      exif(1),
      segment(0xfe, words),
      segment(0xed, words),
      segment(0xe2, Buffer.from('MPF\0GPS')),
    ];
    const plain = withoutPrivate(withSegments(...more), 'image/jpeg') as Uint8Array;
    expect(text(plain)).not.toMatch(/GPS|Exif|MPF|TRAILER/);
    const before = await decodeJpeg(jpeg, 1000, fault);
    expect((await decodeJpeg(plain, 1000, fault)).pixels).toEqual(before.pixels);
    expect(withoutPrivate(plain, 'image/jpeg')).toEqual(plain);
  });

  it('keeps which side is up, and a profile of colour', () => {
    const profile = segment(0xe2, Buffer.from('ICC_PROFILE\0profile'));
    const plain = withoutPrivate(withSegments(exif(6), profile), 'image/jpeg') as Uint8Array;
    expect(text(plain)).toContain('ICC_PROFILE');
    const at = text(plain).indexOf('Exif\0\0');
    expect([...plain.subarray(at + 14, at + 26)]).toEqual([0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, 6]);
    expect(text(plain)).not.toContain('GPS');
  });

  it('that breaks off is none', () => {
    for (const length of [3, 10, jpeg.length - 2]) {
      expect([length, withoutPrivate(jpeg.subarray(0, length), 'image/jpeg')]).toEqual([length, null]);
    }
    // An EXIF whose directory points outside says nothing, and harms nothing.
    const broken = exif(6);
    broken.fill(0xff, 14, 18);
    expect(text(withoutPrivate(withSegments(broken), 'image/jpeg'))).not.toContain('Exif');
  });
});

describe('a PNG', () => {
  it('loses text and EXIF, and keeps its pixels', () => {
    const png = madePng({ width: 2, height: 1, colour: 0, rows: [[0, 10, 20]] });
    const chunk = (type: string, body: string) => {
      const whole = Buffer.alloc(body.length + 12);
      whole.writeUInt32BE(body.length, 0);
      whole.write(type + body, 4, 'latin1');
      return whole;
    };
    const end = png.length - 12;
    const more = [chunk('tEXt', 'Location\0GPS'), chunk('eXIf', 'GPS'), chunk('tIME', 'GPS time')];
    const full = Buffer.concat([png.subarray(0, end), ...more, png.subarray(end), Buffer.from('GPS')]);
    const plain = withoutPrivate(full, 'image/png') as Uint8Array;
    expect(Buffer.from(plain).equals(Buffer.from(png))).toBe(true);
    expect(decodePng(plain, 10, fault).width).toBe(2);
    expect(withoutPrivate(full.subarray(0, end), 'image/png')).toBeNull();
  });
});

describe('what a file is', () => {
  it('is told by its first bytes', () => {
    expect(sniffedType(jpeg)).toBe('image/jpeg');
    expect(sniffedType(Buffer.from('%PDF-1.7'))).toBe('application/pdf');
    for (const other of ['<svg xmlns=', 'GIF89a', 'PK\u0003\u0004', '', '%PD']) {
      expect([other, sniffedType(Buffer.from(other))]).toEqual([other, null]);
    }
    const pdf = Buffer.from('%PDF-1.7 whole');
    expect(withoutPrivate(pdf, 'application/pdf')).toBe(pdf);
  });
});
