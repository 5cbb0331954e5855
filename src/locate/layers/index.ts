export { type LayerShapes, mostLayerBytes, readLayer } from './read-layer.js';
export { type Box, type TileAddress, tilePlace, tilesOver } from './tiles.js';
