import { crc32, deflateRawSync } from 'node:zlib';

/** A file of a made archive, and what its directory may wrongly say of it. */
export interface SmallZipFile {
  readonly name: string;
  readonly content: Uint8Array | string;
  /** Bytes that the directory claims. */
  readonly size?: number;
  /** 0 stored, 8 DEFLATE, the usual; others are only claimed. */
  readonly method?: number;
  readonly checksum?: number;
  /** Whether its kind is that of a symbolic link. */
  readonly link?: boolean;
  readonly encrypted?: boolean;
}

/** A ZIP archive written by hand. */
export function smallZip(files: readonly SmallZipFile[]): Buffer {
  const bodies: Buffer[] = [];
  const directory: Buffer[] = [];
  let offset = 0;
  for (const file of files) {
    const content = Buffer.from(file.content);
    const method = file.method ?? 8;
    const packed = method === 8 ? deflateRawSync(content) : content;
    const name = Buffer.from(file.name);
    const shared = Buffer.alloc(26);
    shared.writeUInt16LE(20, 0);
    shared.writeUInt16LE(file.encrypted ? 1 : 0, 2);
    shared.writeUInt16LE(method, 4);
    shared.writeUInt32LE(file.checksum ?? crc32(content), 10);
    shared.writeUInt32LE(packed.length, 14);
    shared.writeUInt32LE(file.size ?? content.length, 18);
    shared.writeUInt16LE(name.length, 22);
    const body = Buffer.concat([Buffer.from('PK\x03\x04'), shared, name, packed]);
    const more = Buffer.alloc(14);
    more.writeUInt32LE(((file.link ? 0xa1ff : 0x81a4) << 16) >>> 0, 6);
    more.writeUInt32LE(offset, 10);
    directory.push(Buffer.concat([Buffer.from('PK\x01\x02'), Buffer.from([20, 3]), shared, more, name]));
    bodies.push(body);
    offset += body.length;
  }
  const list = Buffer.concat(directory);
  const end = Buffer.alloc(22);
  end.write('PK\x05\x06', 'latin1');
  end.writeUInt16LE(files.length, 8);
  end.writeUInt16LE(files.length, 10);
  end.writeUInt32LE(list.length, 12);
  end.writeUInt32LE(offset, 16);
  return Buffer.concat([...bodies, list, end]);
}
