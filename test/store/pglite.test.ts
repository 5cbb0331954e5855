import { storeSuite } from './suite.js';
import { pgliteGround } from './pglite-ground.js';

storeSuite('PGlite', pgliteGround);
