export type { Identity } from '../../../store/index.js';
export { addIdentity, listIdentities, removeIdentity } from './identities.js';
export { readRoleGroups } from './role-groups.js';
export { type OpenIdSettings, returnPath } from './settings.js';
export { type OpenId, openIdSignIn, type Return } from './sign-in.js';
