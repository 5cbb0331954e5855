export { sha256Bytes, sha256File } from './checksum.js';
export { readCsvRecords, readCsvRows } from './csv-records.js';
export { type DocumentKind, documentKind } from './document-kind.js';
export type { ChooseReadings } from './duckdb/reading-source.js';
export { type ReadingQuestion, withUnitMonths } from './duckdb/unit-months.js';
export { type ParquetColumn, parquetOf } from './duckdb/write-parquet.js';
export type { Encoding } from './encoding.js';
export { readCommittedFolder } from './git.js';
export { listFiles } from './list.js';
export { npyBytes, readNpyRow } from './npy.js';
export { readWorkbookSheets, type WorkbookLimits, type WorkbookSheet } from './office/workbook-sheets.js';
export { type OnnxModel, type OnnxShape, type OnnxTensor, openOnnx } from './onnx/open-onnx.js';
export { openRows } from './open-rows.js';
export { encodePng } from './picture/encode-png.js';
export { isPictureName, type PictureBytes, readPicture } from './picture/picture.js';
export { type SniffedType, sniffedType, withoutPrivate } from './picture/without-private.js';
export { existsAt, fullPlace, isAddress, placeBelow, placeName, readTextAt, stampOf } from './place.js';
export { gammaWords } from './raster/gamma-header.js';
export { type GeoTiffSource, openGeoTiff } from './raster/geotiff.js';
export { type Hdf5Dataset, type Hdf5File, type Hdf5Value, openHdf5, type Range } from './raster/hdf5.js';
export { type Hdf5RasterOptions, hdf5Raster } from './raster/hdf5-raster.js';
export { openRaw, type RawForm } from './raster/raw.js';
export { radarRawForm } from './raster/raw-headers.js';
export type { CellType } from './raster/tiff-encode.js';
export { type CellsOf, type GeoTiffOptions, writeGeoTiff } from './raster/write-geotiff.js';
export {
  exists,
  openBytes,
  readBytes,
  readFolder,
  readGzipText,
  readTextFile,
  type TextFile,
} from './read.js';
export type { RowBatch, RowOptions, RowSource, TableRow } from './rows.js';
export { isWorkbook, readTableRows } from './table-rows.js';
export { writeTogether } from './together.js';
export { type UnzipLimits, unzip } from './unzip.js';
export { expectWritable, writeAtomically, writeOnce, writeStreamAtomically } from './write.js';
export { copyInto, replaceFolder, writeFolderAtomically } from './write-folder.js';
export { parseYaml, readYamlFile, readYamlFolder } from './yaml.js';
