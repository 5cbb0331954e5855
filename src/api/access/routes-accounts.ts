import { z } from 'zod';
import { answers } from '../documented.js';
import type { Server, Service } from '../server-types.js';
import { callerOf } from './caller.js';
import { needs } from './needs.js';
import { account, params, queries, requests } from './schemas.js';

const tags = ['access'];
const response = answers(account, 'the account as it is now');

/** Accounts, for administrators. */
export function addAccountRoutes(server: Server, service: Service): void {
  const { ws, useCases } = service;
  server.get(
    '/api/accounts',
    {
      config: needs('account.read'),
      schema: { tags, summary: 'All accounts', response: answers(z.array(account), 'by name') },
    },
    (request) => useCases.listAccounts(ws, callerOf(request)),
  );
  server.get(
    '/api/accounts/:name',
    {
      config: needs('account.read'),
      schema: { tags, summary: 'One account', params: params.name, response },
    },
    (request) => useCases.accountByName(ws, request.params.name, callerOf(request)),
  );
  server.post(
    '/api/accounts',
    {
      config: needs('account.change'),
      schema: { tags, summary: 'Add an account', body: requests.newAccount, response },
    },
    (request) => {
      const { why, ...given } = request.body;
      return useCases.addAccount(ws, given, callerOf(request, why));
    },
  );
  addRoleRoutes(server, service);
  addStateRoutes(server, service);
}

function addRoleRoutes(server: Server, { ws, useCases }: Service): void {
  const path = '/api/accounts/:name/roles';
  const config = needs('account.change');
  server.post(
    path,
    {
      config,
      schema: {
        tags,
        summary: 'Give an account a role in an area',
        params: params.name,
        body: requests.binding,
        response,
      },
    },
    (request) => {
      const { why, ...binding } = request.body;
      return useCases.bindAccount(ws, request.params.name, binding, callerOf(request, why));
    },
  );
  server.delete(
    path,
    {
      config,
      schema: {
        tags,
        summary: 'Take a role in an area from an account',
        params: params.name,
        querystring: queries.binding,
        response,
      },
    },
    (request) => {
      const { why, ...binding } = request.query;
      return useCases.unbindAccount(ws, request.params.name, binding, callerOf(request, why));
    },
  );
}

function addStateRoutes(server: Server, { ws, useCases }: Service): void {
  const config = needs('account.change');
  server.post(
    '/api/accounts/:name/state',
    {
      config,
      schema: {
        tags,
        summary: 'Lock an account, which ends its sessions and silences its tokens, or unlock it',
        params: params.name,
        body: requests.state,
        response,
      },
    },
    (request) => {
      const { state, why } = request.body;
      return useCases.setAccountState(ws, request.params.name, state, callerOf(request, why));
    },
  );
  server.post(
    '/api/accounts/:name/password',
    {
      config,
      schema: {
        tags,
        summary: 'Set the password of another account; its sessions end',
        params: params.name,
        body: requests.password,
        response,
      },
    },
    (request) => {
      const { password, why } = request.body;
      return useCases.resetPassword(ws, request.params.name, password, callerOf(request, why));
    },
  );
}
