/** `afterlode/node`: open a workspace and call the use cases. */
export * from './app/index.js';
