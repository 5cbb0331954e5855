import { pgliteGround } from './pglite-ground.js';
import { storeSuite } from './suite.js';

storeSuite('PGlite', pgliteGround);
