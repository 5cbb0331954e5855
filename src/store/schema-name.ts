/** Schema that holds all tables, so that a shared database may hold other programs' tables too. */
export const schemaName = 'afterlode';
