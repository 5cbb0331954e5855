import * as openid from 'openid-client';
import { AfterlodeError, type Text } from '../../../base/index.js';

/** What the provider itself says where the fault is its own or of the settings, not of who signs in. */
const ownFaults: readonly string[] = [
  'server_error',
  'temporarily_unavailable',
  'invalid_client',
  'unauthorized_client',
  'unsupported_response_type',
  'unsupported_grant_type',
  'invalid_scope',
  'invalid_request',
];

/** Checks of a token or of a return that failed: forged, stale, of another sign-in or for another service. */
const failedChecks: readonly string[] = [
  'OAUTH_INVALID_RESPONSE',
  'OAUTH_JWT_TIMESTAMP_CHECK_FAILED',
  'OAUTH_JWT_CLAIM_COMPARISON_FAILED',
  'OAUTH_JSON_ATTRIBUTE_COMPARISON_FAILED',
  'OAUTH_KEY_SELECTION_FAILED',
];

/**
 * A fault of a call to the provider in the words of this program: PROVIDER_REFUSED where the sign-in does not hold, PROVIDER_FAULT where the
 * provider cannot be used.
 *
 * @param label how the provider is called
 */
export function faultOfProvider(label: string, cause: unknown): AfterlodeError {
  if (cause instanceof AfterlodeError) return cause;
  if (cause instanceof openid.AuthorizationResponseError || cause instanceof openid.ResponseBodyError) {
    const said = cause.error.replace(/[^\w.-]/g, '').slice(0, 60);
    const own = ownFaults.includes(cause.error);
    return new AfterlodeError(own ? 'PROVIDER_FAULT' : 'PROVIDER_REFUSED', label, { found: said }, cause);
  }
  const code = cause instanceof openid.ClientError ? (cause.code ?? '') : '';
  if (failedChecks.includes(code)) {
    const found = { en: `its answer fails a check (${code})`, zh: `其应答未通过检查（${code}）` };
    return new AfterlodeError('PROVIDER_REFUSED', label, { found }, cause);
  }
  const found = code === '' ? noAnswer(cause) : code;
  return new AfterlodeError('PROVIDER_FAULT', label, { found }, cause);
}

/** With what the system says of the connection, such as ECONNREFUSED. */
function noAnswer(cause: unknown): Text {
  const reason: unknown = cause instanceof Error ? cause.cause : null;
  const code = reason instanceof Error ? String(Reflect.get(reason, 'code') ?? '') : '';
  return { en: `no answer ${code}`.trim(), zh: `没有应答 ${code}`.trim() };
}
