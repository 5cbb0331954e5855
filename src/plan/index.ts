export * from './chain/index.js';
export * from './city-plan/index.js';
export * from './complexity/index.js';
export * from './linkages/index.js';
export * from './match/index.js';
export * from './restoration/index.js';
export * from './roadmap/index.js';
export * from './successor/index.js';
