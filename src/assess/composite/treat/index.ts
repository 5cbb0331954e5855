export { type Shape, shapeOf } from './shape.js';
export { transform } from './transform.js';
export { type Treated, treat } from './treat.js';
export { type TreatedColumn, treatColumn } from './treat-column.js';
export { type Winsorised, winsorise } from './winsorise.js';
