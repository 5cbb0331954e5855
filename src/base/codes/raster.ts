import type { CodeDefinition } from './definition.js';

/** Faults of rasters: files that cannot be read, and grids that do not fit together. */
export const rasterCodes = {
  RASTER_EMPTY: {
    http: 400,
    message: { en: '{where} is empty (0 bytes)', zh: '{where} 是空文件（0 字节）' },
    remedy: {
      en: 'Write or download the raster again.',
      zh: '请重新生成或下载该栅格文件。',
    },
  },
  RASTER_NOT_TIFF: {
    http: 400,
    message: {
      en: '{where} is no TIFF: it begins with {found}',
      zh: '{where} 不是 TIFF 文件：开头字节为 {found}',
    },
    remedy: {
      en: 'Give a GeoTIFF; gdal_translate writes one from other forms.',
      zh: '请提供 GeoTIFF；其他格式可用 gdal_translate 转换。',
    },
  },
  RASTER_CUT_SHORT: {
    http: 400,
    message: {
      en: '{where} is cut short: it has {found} bytes and needs {expected}',
      zh: '{where} 不完整：只有 {found} 字节，需要 {expected} 字节',
    },
    remedy: {
      en: 'Copy or download the file again; the copy did not end.',
      zh: '文件复制或下载未完成，请重新复制或下载。',
    },
  },
  RASTER_DAMAGED: {
    http: 400,
    message: { en: '{where} is damaged: {found}', zh: '{where} 已损坏：{found}' },
    remedy: {
      en: 'Copy the file again, or open it in the program that wrote it and save it anew.',
      zh: '请重新复制该文件，或用原来的程序打开后重新保存。',
    },
  },
  RASTER_FORM: {
    http: 400,
    message: {
      en: '{where} has a form that is not read: {found}',
      zh: '{where} 的存储形式无法读取：{found}',
    },
    remedy: {
      en: 'Convert it with gdal_translate -ot Float32 -co COMPRESS=DEFLATE -co TILED=YES.',
      zh: '请用 gdal_translate -ot Float32 -co COMPRESS=DEFLATE -co TILED=YES 转换。',
    },
  },
  RASTER_ROTATED: {
    http: 400,
    message: {
      en: '{where} has a rotated or sheared grid; only grids along the axes are read',
      zh: '{where} 的格网经过旋转或错切；只能读取与坐标轴平行的格网',
    },
    remedy: {
      en: 'Bring it to a grid along the axes with gdalwarp.',
      zh: '请用 gdalwarp 转换到与坐标轴平行的格网。',
    },
  },
  RASTER_HEADER: {
    http: 400,
    message: {
      en: '{where} has {found} bytes and no header that says how its cells lie; parameter files tell {expected} bytes',
      zh: '{where} 有 {found} 字节，没有说明像元排列的头文件；参数文件所示字节数：{expected}',
    },
    remedy: {
      en: 'Keep the header beside it: .xml or .vrt of ISCE, .rsc of ROI_PAC, .off, .par or dem_par of GAMMA. Where the sizes differ the file is cut short or the parameters are of another one.',
      zh: '请保留其头文件：ISCE 的 .xml 或 .vrt、ROI_PAC 的 .rsc、GAMMA 的 .off、.par 或 dem_par。若大小不符，则文件不完整或参数属于其他文件。',
    },
  },
  RASTER_WINDOW: {
    http: 400,
    message: {
      en: '{where}: the window {found} does not lie inside the raster of {expected} cells',
      zh: '{where}：窗口 {found} 超出栅格范围（{expected} 像元）',
    },
    remedy: { en: 'Ask for a window inside the raster.', zh: '请指定栅格范围内的窗口。' },
  },
  RASTER_BAND: {
    http: 400,
    message: {
      en: '{where} has {expected} bands; band {found} is not among them',
      zh: '{where} 有 {expected} 个波段，没有第 {found} 波段',
    },
    remedy: {
      en: 'Name a band that the file has; the first is 1.',
      zh: '请指定文件中有的波段，第一个为 1。',
    },
  },
  RASTER_ADDRESS: {
    http: 400,
    message: { en: '{where} cannot be fetched: {found}', zh: '无法获取 {where}：{found}' },
    remedy: {
      en: 'Check the address and whether the server can be reached from here.',
      zh: '请检查网址，以及本机能否访问该服务器。',
    },
  },
  RASTER_NO_RANGES: {
    http: 400,
    message: {
      en: 'the server of {where} does not answer range requests, so that the file cannot be read by windows',
      zh: '{where} 所在的服务器不支持范围请求（Range），无法分窗口读取',
    },
    remedy: {
      en: 'Download the file and give its path, or use a server that answers ranges.',
      zh: '请先下载文件并给出本地路径，或改用支持范围请求的服务器。',
    },
  },
  RASTER_NOT_HDF5: {
    http: 400,
    message: {
      en: '{where} is no HDF5 or netCDF-4 file: it begins with {found}',
      zh: '{where} 不是 HDF5 或 netCDF-4 文件：开头字节为 {found}',
    },
    remedy: {
      en: 'Give an HDF5 or netCDF-4 file; nccopy -k nc4 converts an older netCDF file.',
      zh: '请提供 HDF5 或 netCDF-4 文件；旧版 netCDF 可用 nccopy -k nc4 转换。',
    },
  },
  RASTER_DATASET: {
    http: 400,
    message: {
      en: '{where} has no dataset "{expected}"; there are: {found}',
      zh: '{where} 没有数据集“{expected}”；现有：{found}',
    },
    remedy: { en: 'Name a dataset of the file.', zh: '请指定文件中有的数据集。' },
  },
  RASTER_SHAPE: {
    http: 400,
    message: {
      en: '{where} has the shape {found}; expected {expected}',
      zh: '{where} 的维度为 {found}；应为 {expected}',
    },
    remedy: {
      en: 'Name another dataset, or a part that lies inside this one.',
      zh: '请指定其他数据集，或该数据集范围内的一部分。',
    },
  },
  RASTER_FILTER: {
    http: 400,
    message: {
      en: '{where} is packed with {found}, which is not read here',
      zh: '{where} 采用 {found} 压缩，此处无法读取',
    },
    remedy: {
      en: 'Pack it anew with h5repack -f GZIP=4.',
      zh: '请用 h5repack -f GZIP=4 重新压缩。',
    },
  },
  RASTER_VALUE: {
    http: 400,
    message: {
      en: '{where} cannot hold the value {found}; expected {expected}',
      zh: '{where} 无法存入值 {found}；应为 {expected}',
    },
    remedy: {
      en: 'Write a type of cells that holds it (Float32), or name another number for missing.',
      zh: '请改用能容纳该值的像元类型（如 Float32），或另定缺失值。',
    },
  },
  RASTER_CRS_MISSING: {
    http: 400,
    message: {
      en: '{where} does not say its reference system, so that it cannot be laid over anything else',
      zh: '{where} 未注明坐标系，无法与其他数据叠加',
    },
    remedy: {
      en: 'Write it into the file, for example gdal_edit.py -a_srs EPSG:4326 FILE, when you know it.',
      zh: '确知坐标系后写入文件，例如 gdal_edit.py -a_srs EPSG:4326 文件名。',
    },
  },
  RASTER_CRS_UNKNOWN: {
    http: 400,
    message: {
      en: '{where} has the reference system {found}, which is not known here',
      zh: '{where} 的坐标系为 {found}，本程序不认识',
    },
    remedy: {
      en: 'Bring it to a known one first, for example gdalwarp -t_srs EPSG:4326; local systems need the parameters of their survey office.',
      zh: '请先转换到已知坐标系，例如 gdalwarp -t_srs EPSG:4326；地方坐标系需测绘部门的转换参数。',
    },
  },
  RASTER_GRIDS: {
    http: 400,
    message: {
      en: '{where} has another grid than {expected}: {found}',
      zh: '{where} 与 {expected} 的格网不同：{found}',
    },
    remedy: {
      en: 'Bring both to one grid with gdalwarp -te … -tr … -t_srs … and try again.',
      zh: '请用 gdalwarp -te … -tr … -t_srs … 统一格网后重试。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
