import type { CodeDefinition } from './definition.js';

/** Faults of accounts, sign-in and the audit log. */
export const accessCodes = {
  ACCESS_NAME: {
    http: 400,
    message: {
      en: 'the account name {found} cannot be used, expected {expected}',
      zh: '账号名 {found} 不可用，应为 {expected}',
    },
    remedy: { en: 'Choose another name.', zh: '请另选账号名。' },
  },
  ACCESS_WORDS: {
    http: 400,
    message: {
      en: '{where}: {found} cannot be kept, expected {expected}',
      zh: '{where}：{found} 无法保存，应为 {expected}',
    },
    remedy: { en: 'Shorten it, and leave out line breaks.', zh: '请缩短文字并去掉换行。' },
  },
  ACCESS_ACCOUNT_UNKNOWN: {
    http: 404,
    message: { en: 'there is no account {found}', zh: '没有账号 {found}' },
    remedy: {
      en: '`afterlode account list` shows all accounts.',
      zh: '`afterlode account list` 列出全部账号。',
    },
  },
  ACCESS_ACCOUNT_TAKEN: {
    http: 409,
    message: { en: 'there is an account {found} already', zh: '账号 {found} 已存在' },
    remedy: {
      en: 'Choose another name; an account that is no longer used is locked, never given to somebody else.',
      zh: '请另选账号名；不再使用的账号应锁定，不得转给他人。',
    },
  },
  ACCESS_ROLE: {
    http: 400,
    message: {
      en: 'there is no role {found}, expected one of {expected}',
      zh: '没有角色 {found}，应为下列之一：{expected}',
    },
    remedy: { en: 'Name one of these roles.', zh: '请使用上述角色之一。' },
  },
  ACCESS_AREA: {
    http: 400,
    message: {
      en: '{where}: {found} is no area for this, expected {expected}',
      zh: '{where}：{found} 不是适用的范围，应为 {expected}',
    },
    remedy: {
      en: 'A reporter has a city, a reviewer a province, the others all.',
      zh: '填报员对应城市，审核员对应省份，其他角色对应全部。',
    },
  },
  ACCESS_BINDING_UNKNOWN: {
    http: 404,
    message: { en: 'the account {where} does not hold {found}', zh: '账号 {where} 没有 {found}' },
    remedy: {
      en: '`afterlode account list` shows what it holds.',
      zh: '`afterlode account list` 列出其角色。',
    },
  },
  ACCESS_PASSWORD: {
    http: 400,
    message: {
      en: 'the new password cannot be used: {found}, expected {expected}',
      zh: '新密码不可用：{found}，应为 {expected}',
    },
    remedy: {
      en: 'Several words that have nothing to do with each other are easy to keep in mind.',
      zh: '可用几个互不相关的词组成，便于记忆。',
    },
  },
  ACCESS_SIGN_IN: {
    http: 401,
    message: { en: 'name or password is not right', zh: '账号名或密码不正确' },
    remedy: {
      en: 'Try again; an administrator can set a new password.',
      zh: '请重试；管理员可以重设密码。',
    },
  },
  ACCESS_WAIT: {
    http: 429,
    message: {
      en: 'after too many failures sign-in waits until {expected}',
      zh: '失败次数过多，{expected} 之后才能登录',
    },
    remedy: { en: 'Wait until then.', zh: '请届时再试。' },
  },
  ACCESS_LOCKED: {
    http: 403,
    message: { en: 'the account {found} is locked', zh: '账号 {found} 已锁定' },
    remedy: { en: 'Ask an administrator.', zh: '请联系管理员。' },
  },
  ACCESS_SESSION: {
    http: 401,
    message: { en: 'not signed in, or no longer: {found}', zh: '未登录或登录已失效：{found}' },
    remedy: { en: 'Sign in, or use a token that holds.', zh: '请登录，或使用有效的令牌。' },
  },
  ACCESS_DENIED: {
    http: 403,
    message: { en: '{found} may not do {expected} in {where}', zh: '{found} 无权在 {where} 进行 {expected}' },
    remedy: { en: 'Ask an administrator for the role.', zh: '请向管理员申请相应角色。' },
  },
  ACCESS_OPEN: {
    http: 409,
    message: {
      en: 'nobody signs in here: the server works for the operator of this machine alone',
      zh: '此处无需登录：服务器只供本机操作员使用',
    },
    remedy: {
      en: 'Start it with `serve --accounts on` to serve accounts.',
      zh: '要使用账号，请以 `serve --accounts on` 启动。',
    },
  },
  ACCESS_TOKEN: {
    http: 400,
    message: {
      en: 'the token cannot be made, {where}: {found}, expected {expected}',
      zh: '无法生成令牌，{where}：{found}，应为 {expected}',
    },
    remedy: { en: 'Name what the token is to do, and for how long.', zh: '请说明令牌的用途和期限。' },
  },
  ACCESS_TOKEN_UNKNOWN: {
    http: 404,
    message: { en: 'the account {where} has no token {found}', zh: '账号 {where} 没有令牌 {found}' },
    remedy: {
      en: '`afterlode account token NAME` lists its tokens.',
      zh: '`afterlode account token 账号` 列出其令牌。',
    },
  },
  ACCESS_SESSION_UNKNOWN: {
    http: 404,
    message: { en: 'the account {where} has no session {found}', zh: '账号 {where} 没有会话 {found}' },
    remedy: {
      en: 'It has ended; the list of sessions shows those that hold.',
      zh: '该会话已结束；会话列表显示仍有效的会话。',
    },
  },
  AUDIT_BROKEN: {
    http: 500,
    message: {
      en: 'the audit log is broken at line {where}: {found}',
      zh: '审计日志在第 {where} 行处断裂：{found}',
    },
    remedy: {
      en: 'Keep the database as it is, and compare it with backups from before.',
      zh: '请保留数据库原状，并与此前的备份比对。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
