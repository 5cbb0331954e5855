import type { CodeDefinition } from './definition.js';

/** Faults of files: their bytes, their encoding, their folders. */
export const fileCodes = {
  FILE_EMPTY: {
    http: 400,
    message: { en: '{where} is empty', zh: '{where} 是空文件' },
    remedy: { en: 'Give a file with a header and rows.', zh: '请提供带表头和数据行的文件。' },
  },
  FILE_ENCODING: {
    http: 400,
    message: {
      en: '{where}: byte {offset} (hexadecimal {found}) does not fit the encoding {expected}',
      zh: '{where}：第 {offset} 字节（十六进制 {found}）不符合编码 {expected}',
    },
    remedy: {
      en: 'Save the file again as UTF-8 or GB18030, or state the encoding in the layout.',
      zh: '请将文件另存为 UTF-8 或 GB18030，或在读取方案（layout）中写明编码。',
    },
  },
  FILE_GARBAGE: {
    http: 400,
    message: {
      en: '{where} does not look like a table: {found}; expected {expected}',
      zh: '{where} 不像一张表：{found}；应为 {expected}',
    },
    remedy: {
      en: 'Give a CSV (plain or gzip), XLSX or Parquet file.',
      zh: '请提供 CSV（可用 gzip 压缩）、XLSX 或 Parquet 文件。',
    },
  },
  FILE_FORMAT: {
    http: 400,
    message: {
      en: '{where} cannot be read as {expected}: {found}',
      zh: '{where} 无法按 {expected} 读取：{found}',
    },
    remedy: {
      en: 'Open the file in the program that wrote it and save it again.',
      zh: '请用原来的程序打开该文件并重新保存。',
    },
  },
  FILE_SHEET_MISSING: {
    http: 400,
    message: {
      en: '{where} has no sheet "{expected}"; there are: {found}',
      zh: '{where} 没有名为“{expected}”的工作表；现有：{found}',
    },
    remedy: {
      en: 'Rename the sheet or correct `sheet` in the layout.',
      zh: '请改工作表名，或改正读取方案中的 sheet。',
    },
  },
  FILE_PICTURE: {
    http: 400,
    message: {
      en: '{where} is no picture that is read: {found}; expected {expected}',
      zh: '{where} 不是可读取的图片：{found}；应为 {expected}',
    },
    remedy: {
      en: 'Save it again as a JPEG, or as a PNG of 8 bits a channel that is not interlaced.',
      zh: '请另存为 JPEG，或每通道 8 位、非隔行的 PNG。',
    },
  },
  FILE_NOT_READABLE: {
    http: 400,
    message: { en: '{where} cannot be read: {found}', zh: '无法读取 {where}：{found}' },
    remedy: { en: 'Check the path and its permissions.', zh: '请检查路径和权限。' },
  },
  FILE_ARCHIVE_NAME: {
    http: 400,
    message: {
      en: '{where} holds {found}, a link, a name used twice, or one that leads out of its folder',
      zh: '{where} 中的 {found} 是链接、重名，或会写到解压文件夹之外',
    },
    remedy: {
      en: 'Pack the folder anew with plain names of files; nothing was unpacked.',
      zh: '请用普通文件名重新打包；未解压任何内容。',
    },
  },
  FILE_ARCHIVE_SIZE: {
    http: 413,
    message: {
      en: '{where} unpacks to {files} files and {bytes} bytes; allowed are {mostFiles} and {mostBytes}',
      zh: '{where} 解压后有 {files} 个文件、{bytes} 字节；上限为 {mostFiles} 个、{mostBytes} 字节',
    },
    remedy: {
      en: 'Cut the files to the place in question, or use the command afterlode subsidence, which has no limit.',
      zh: '请把数据裁剪到所需范围，或改用没有此限制的命令 afterlode subsidence。',
    },
  },
  FILE_NO_ROOM: {
    http: 503,
    message: {
      en: '{where}: reading it takes more memory than it may',
      zh: '{where}：读取所需的内存超出上限',
    },
    remedy: {
      en: 'Save the table as CSV in UTF-8 with equal rows, or as Parquet: these are read in parts.',
      zh: '请将表格另存为 UTF-8 编码、各行列数一致的 CSV，或 Parquet：此类文件可分部读取。',
    },
  },
  FILE_NOT_WRITABLE: {
    http: 400,
    message: { en: '{where} cannot be written: {found}', zh: '无法写入 {where}：{found}' },
    remedy: {
      en: 'Choose a folder that exists and may be written to, with free space.',
      zh: '请选择存在、可写且有空间的文件夹。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
