import type { AuditEvent } from '../access/index.js';
import type { AccountAnswer, Identity, TokenAnswer } from '../app/index.js';
import type { Language } from '../base/index.js';
import { printTable } from './table.js';

/** Accounts for people. */
export function accountTable(rows: readonly AccountAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  const states = zh
    ? { active: '可用', locked: '已锁定', erased: '已删除' }
    : { active: 'active', locked: 'locked', erased: 'erased' };
  return printTable(rows, [
    { title: zh ? '账号' : 'account', of: ({ name }) => name },
    { title: zh ? '姓名' : 'name', of: ({ label }) => label },
    { title: zh ? '状态' : 'state', of: ({ state }) => states[state] },
    {
      title: zh ? '角色与范围' : 'roles and areas',
      of: ({ holds }) =>
        holds.map(({ role, area, place }) => `${role} ${place === null ? area : place[lang]}`).join(', '),
    },
  ]);
}

/** Identities for people. */
export function identityTable(rows: readonly Identity[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    { title: zh ? '身份' : 'identity', of: ({ id }) => id },
    { title: zh ? '账号' : 'account', of: ({ account }) => account },
    { title: zh ? '提供方' : 'issuer', of: ({ issuer }) => issuer },
    { title: zh ? '提供方处的标识' : 'subject', of: ({ subject }) => subject },
    { title: zh ? '按组授权' : 'by groups', of: ({ byGroups }) => (byGroups ? (zh ? '是' : 'yes') : '-') },
    { title: zh ? '最近登录' : 'used', of: ({ used }) => used.slice(0, 16) || '-' },
  ]);
}

/** Tokens for people. */
export function tokenTable(rows: readonly TokenAnswer[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    { title: zh ? '令牌' : 'token', of: ({ id }) => id },
    { title: zh ? '用途' : 'for', of: ({ label }) => label },
    { title: zh ? '权限' : 'scopes', of: (one) => one.scopes.join(', ') },
    { title: zh ? '有效至' : 'ends', of: ({ ends }) => ends.slice(0, 10) },
    { title: zh ? '最近使用' : 'used', of: ({ used }) => used.slice(0, 16) || '-' },
    { title: zh ? '撤销' : 'revoked', of: ({ revoked }) => revoked.slice(0, 16) || '-' },
  ]);
}

/** Lines of the audit log for people. */
export function auditTable(rows: readonly AuditEvent[], lang: Language): string {
  const zh = lang === 'zh';
  return printTable(rows, [
    { title: zh ? '行' : 'line', of: ({ number }) => String(number), right: true },
    { title: zh ? '时间' : 'at', of: ({ at }) => at.slice(0, 19) },
    { title: zh ? '操作人' : 'by', of: ({ by }) => by },
    { title: zh ? '操作' : 'action', of: (one) => one.action },
    { title: zh ? '对象' : 'target', of: ({ target }) => target },
    { title: zh ? '内容' : 'what', of: (line) => [line.old, line.new].filter(isSaid).join(' → ') },
    { title: zh ? '原因' : 'why', of: ({ why }) => why },
  ]);
}

function isSaid(json: string): boolean {
  return json !== 'null';
}
