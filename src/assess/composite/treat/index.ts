export { shapeOf, type Shape } from './shape.js';
export { transform } from './transform.js';
export { treat, type Treated } from './treat.js';
export { treatColumn, type TreatedColumn } from './treat-column.js';
export { winsorise, type Winsorised } from './winsorise.js';
