import { createHash } from 'node:crypto';
import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import { AfterlodeError, codes, type Facts, foreignReason, type Language, type Text } from '../base/index.js';
import type { ProblemAnswer } from './contract.js';
import { languageOf } from './language.js';
import { validationFault } from './validation.js';

/** A turn takes seconds; whoever was sent away need not ask sooner. */
const retrySeconds = 60;

const titles: Readonly<Record<number, Text>> = {
  400: { en: 'The request is at fault', zh: '请求有误' },
  401: { en: 'Not signed in', zh: '未登录' },
  403: { en: 'Refused', zh: '已拒绝' },
  404: { en: 'Not found', zh: '未找到' },
  408: { en: 'Too slow', zh: '请求超时' },
  409: { en: 'In conflict with what is there', zh: '与现有内容冲突' },
  413: { en: 'Too large', zh: '内容过大' },
  423: { en: 'Locked', zh: '已锁定' },
  429: { en: 'Too many requests', zh: '请求过多' },
  431: { en: 'Headers too large', zh: '请求头过大' },
  500: { en: 'The server failed', zh: '服务器出错' },
  503: { en: 'Not available', zh: '暂不可用' },
};

/** The answer to an error: RFC 9457 with the error's code, place and both texts; `title` and `detail` in one language. */
export function problemOf(error: AfterlodeError, lang: Language): ProblemAnswer {
  const status = codes[error.code].http;
  const title = titles[status] ?? titles[status < 500 ? 400 : 500];
  return {
    type: `urn:afterlode:problem:${error.code}`,
    title: title?.[lang] ?? error.code,
    status,
    detail: [error.text[lang], error.remedy[lang]].join(lang === 'zh' ? '。' : '. '),
    code: error.code,
    where: error.where,
    message: error.text,
    remedy: error.remedy,
  };
}

/** Sends a problem in the language that the request prefers. */
export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  error: AfterlodeError,
): FastifyReply {
  const lang = languageOf(request.headers['accept-language']);
  const problem = problemOf(error, lang);
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer realm="afterlode"');
  if (problem.status === 429) reply.header('retry-after', secondsUntil(error.facts.expected));
  if (error.code === 'JOB_BUSY') reply.header('retry-after', retrySeconds);
  return reply
    .code(problem.status)
    .headers({
      'content-type': 'application/problem+json; charset=utf-8',
      'content-language': lang === 'zh' ? 'zh-CN' : 'en',
      'cache-control': 'no-store',
    })
    .header('vary', 'accept-language')
    .removeHeader('etag')
    .send(JSON.stringify(problem));
}

/** Whole seconds until an instant, at least one. */
function secondsUntil(instant: Facts[string] | undefined): number {
  const seconds = typeof instant === 'string' ? (Date.parse(instant) - Date.now()) / 1000 : 0;
  return Math.max(1, Math.ceil(seconds));
}

/** Answers every error: known ones as they are, faults of the request by name, anything else as 500 with a mark in the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  return sendProblem(request, reply, knownError(error, request));
}

function knownError(error: unknown, request: FastifyRequest): AfterlodeError {
  if (error instanceof AfterlodeError) {
    if (codes[error.code].http >= 500) request.log.error({ err: error }, error.code);
    return error;
  }
  const where = `${request.method} ${request.url.split('?')[0]}`;
  const fault = validationFault(error, request);
  if (fault !== null) return fault;
  const { statusCode = 500, code = '', message = '' } = (error ?? {}) as Partial<FastifyError>;
  if (statusCode === 413) {
    const found = request.headers['content-length'] ?? '?';
    return new AfterlodeError('API_TOO_LARGE', where, {
      found,
      expected: request.routeOptions.bodyLimit ?? '?',
    });
  }
  if (statusCode >= 400 && statusCode < 500 && code.startsWith('FST_'))
    return new AfterlodeError('API_REQUEST', where, {
      found: foreignReason(error),
      expected: { en: 'a request as described', zh: '符合接口说明的请求' },
    });
  // The reason stays in the log: a stack or a path of the server is nobody's business. The mark joins answer and line.
  const mark = createHash('sha256').update(`${request.id} ${message}`).digest('hex').slice(0, 12);
  request.log.error({ err: error, mark }, 'unexpected');
  return new AfterlodeError('API_UNEXPECTED', where, { found: mark }, error);
}

/** Answers what no route answers. */
export function answerUnknown(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const found = `${request.method} ${request.url.split('?')[0]}`;
  return sendProblem(request, reply, new AfterlodeError('API_ROUTE_UNKNOWN', found, { found }));
}
