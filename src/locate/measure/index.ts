export { areaWithin, distanceBetween, lengthOf, type Position } from './ellipsoid.js';
