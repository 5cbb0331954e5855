import { readFileSync } from 'node:fs';
import { AfterlodeError, foreignReason } from '../base/index.js';

/** Variables of the environment that stand for an option that is not given. docs/guide/operations.md explains each. */
export const settingNames = [
  'AFTERLODE_PACK',
  'AFTERLODE_WORKSPACE',
  'AFTERLODE_DATABASE',
  'AFTERLODE_DATABASE_PASSWORD_FILE',
  'AFTERLODE_QUEUE',
  'AFTERLODE_QUEUE_PASSWORD_FILE',
  'AFTERLODE_HOST',
  'AFTERLODE_PORT',
  'AFTERLODE_ACCOUNTS',
  'AFTERLODE_ANONYMOUS',
  'AFTERLODE_PROXY',
  'AFTERLODE_HTTPS',
  'AFTERLODE_RATES',
  'AFTERLODE_LOG_LEVEL',
  'AFTERLODE_METRICS',
  'AFTERLODE_MAX_CONNECTIONS',
  'AFTERLODE_DRAIN_SECONDS',
  'AFTERLODE_STOP_SECONDS',
  'AFTERLODE_OPENID_ISSUER',
  'AFTERLODE_OPENID_CLIENT',
  'AFTERLODE_OPENID_SECRET_FILE',
  'AFTERLODE_OPENID_SITE',
  'AFTERLODE_OPENID_LABEL',
  'AFTERLODE_OPENID_SCOPE',
  'AFTERLODE_OPENID_MATCH',
  'AFTERLODE_OPENID_ROLES',
  'AFTERLODE_WEBHOOK_NETWORKS',
  'OTEL_EXPORTER_OTLP_ENDPOINT',
] as const;
export type SettingName = (typeof settingNames)[number];

/** Value of a variable; undefined where it is not set or empty. */
export function setting(name: SettingName): string | undefined {
  return process.env[name] || undefined;
}

/**
 * Address of a service: the option, else the variable, with the password of the file that `…_PASSWORD_FILE` names, so that no
 * password has to stand in a variable or among the words of a call.
 *
 * @throws AfterlodeError CALL_OPTION where that file cannot be read or the address is none
 */
export function addressSetting(
  option: string | undefined,
  name: 'AFTERLODE_DATABASE' | 'AFTERLODE_QUEUE',
): string | undefined {
  const address = option ?? setting(name);
  const file = setting(`${name}_PASSWORD_FILE`);
  if (address === undefined || file === undefined) return address;
  if (!URL.canParse(address))
    throw new AfterlodeError('CALL_OPTION', name, {
      found: { en: 'something else', zh: '其他内容' },
      expected: 'postgres://USER@HOST/DATABASE',
    });
  const url = new URL(address);
  url.password = encodeURIComponent(secretIn(file, `${name}_PASSWORD_FILE`));
  return url.href;
}

/** The first and only line of a file with a secret. @throws AfterlodeError CALL_OPTION where it cannot be read */
export function secretIn(file: string, name: SettingName): string {
  try {
    // Editors and `echo` end a file with a line break.
    return readFileSync(file, 'utf8').replace(/\r?\n$/, '');
  } catch (error) {
    throw new AfterlodeError('CALL_OPTION', name, {
      found: foreignReason(error),
      expected: { en: 'a file with a password', zh: '含密码的文件' },
    });
  }
}
