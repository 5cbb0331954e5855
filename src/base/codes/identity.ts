import type { CodeDefinition } from './definition.js';

/** Faults of sign-in by an identity provider, and of erased accounts. */
export const identityCodes = {
  ACCESS_ERASED: {
    http: 409,
    message: {
      en: 'the personal data of the account {found} were erased',
      zh: '账号 {found} 的个人信息已删除',
    },
    remedy: {
      en: 'It stays as it is; add another account under another name.',
      zh: '该账号不可再用，请以其他账号名新建。',
    },
  },
  ACCESS_IDENTITY: {
    http: 400,
    message: {
      en: '{where}: {found} cannot be bound, expected {expected}',
      zh: '{where}：{found} 无法绑定，应为 {expected}',
    },
    remedy: {
      en: 'Take issuer and subject (`sub`) as the identity provider shows them.',
      zh: '请使用身份提供方给出的 issuer 和 subject（sub）。',
    },
  },
  ACCESS_IDENTITY_TAKEN: {
    http: 409,
    message: {
      en: 'this identity of {where} is bound to the account {found} already',
      zh: '{where} 的该身份已绑定到账号 {found}',
    },
    remedy: {
      en: 'Take it from that account first: `afterlode account identity remove`.',
      zh: '请先解除绑定：`afterlode account identity remove`。',
    },
  },
  ACCESS_IDENTITY_UNKNOWN: {
    http: 404,
    message: { en: 'the account {where} has no identity {found}', zh: '账号 {where} 没有身份 {found}' },
    remedy: {
      en: '`afterlode account identity list` shows the identities of all accounts.',
      zh: '`afterlode account identity list` 列出全部账号的身份。',
    },
  },
  ACCESS_IDENTITY_UNBOUND: {
    http: 403,
    message: {
      en: '{where} knows you, but you have no account here; your identity there is {found}',
      zh: '{where} 确认了您的身份，但此处没有对应账号；您在该处的身份为 {found}',
    },
    remedy: {
      en: 'Send this line to an administrator, who binds the identity to your account.',
      zh: '请将此行发给管理员，由其把该身份绑定到您的账号。',
    },
  },
  PROVIDER_OFF: {
    http: 404,
    message: { en: 'there is no sign-in by an identity provider here', zh: '此处未启用身份提供方登录' },
    remedy: { en: 'Sign in with name and password.', zh: '请用账号名和密码登录。' },
  },
  PROVIDER_FAULT: {
    http: 503,
    message: {
      en: 'the identity provider {where} cannot be used now: {found}',
      zh: '身份提供方 {where} 暂不可用：{found}',
    },
    remedy: {
      en: 'Try again later, or sign in with name and password; the operator checks issuer, client and secret.',
      zh: '请稍后再试，或用账号名和密码登录；运行人员请检查 issuer、client 与密钥。',
    },
  },
  PROVIDER_REFUSED: {
    http: 401,
    message: {
      en: 'the sign-in at {where} does not hold: {found}',
      zh: '在 {where} 的登录无效：{found}',
    },
    remedy: { en: 'Sign in again from the sign-in page.', zh: '请从登录页重新登录。' },
  },
  PROVIDER_VISIT: {
    http: 400,
    message: {
      en: 'no sign-in by {where} is under way in this browser: {found}',
      zh: '此浏览器没有正在进行的 {where} 登录：{found}',
    },
    remedy: { en: 'Begin again on the sign-in page.', zh: '请在登录页重新开始。' },
  },
} as const satisfies Record<string, CodeDefinition>;
