import type { CodeDefinition } from './definition.js';

/** Faults of a request to the server. */
export const apiCodes = {
  API_ROUTE_UNKNOWN: {
    http: 404,
    message: { en: 'nothing answers {found}', zh: '没有处理 {found} 的地方' },
    remedy: { en: '/openapi.json lists every address.', zh: '/openapi.json 列出全部地址。' },
  },
  API_ORIGIN: {
    http: 403,
    message: {
      en: 'a change was asked for by a page of {found}, expected {expected}',
      zh: '修改请求来自 {found} 的页面，应来自 {expected}',
    },
    remedy: {
      en: 'Use the pages of this server, or send the request without an Origin header.',
      zh: '请使用本服务器的页面，或不带 Origin 头发送请求。',
    },
  },
  API_CHANGE_HEADER: {
    http: 403,
    message: {
      en: 'a change by a signed-in browser came with the header {where}: {found}, expected {expected}',
      zh: '已登录浏览器的修改请求，其请求头 {where} 为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Send this header, which a page of another site cannot; programs use a token instead of a session.',
      zh: '请发送该请求头（其他网站的页面无法发送）；程序应使用令牌而非会话。',
    },
  },
  API_RATE: {
    http: 429,
    message: {
      en: '{where}: more than {found} requests a minute; the next is taken at {expected}',
      zh: '{where}：每分钟超过 {found} 次请求；{expected} 起可再次请求',
    },
    remedy: {
      en: 'Wait until then; a program should ask for exports instead of single values.',
      zh: '请届时再试；程序应使用导出，而不是逐个取值。',
    },
  },
  API_HOST: {
    http: 403,
    message: {
      en: 'the request names the host {found}, expected {expected}',
      zh: '请求的主机名为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Open the address that `serve` printed; use --host to serve under another name.',
      zh: '请打开 `serve` 给出的地址；要以其他名称提供服务请用 --host。',
    },
  },
  API_TOO_LARGE: {
    http: 413,
    message: {
      en: 'the body has {found} bytes, expected at most {expected}',
      zh: '正文有 {found} 字节，最多应为 {expected}',
    },
    remedy: {
      en: 'Import large files with `afterlode import FILE`.',
      zh: '大文件请用 `afterlode import 文件` 导入。',
    },
  },
  API_REQUEST: {
    http: 400,
    message: {
      en: 'the request {where} cannot be read: {found}, expected {expected}',
      zh: '无法读取请求 {where}：{found}，应为 {expected}',
    },
    remedy: { en: '/openapi.json describes every request.', zh: '/openapi.json 说明了每个请求。' },
  },
  API_HEADERS: {
    http: 431,
    message: {
      en: 'the address and headers of the request have more than {expected} bytes',
      zh: '请求的地址和请求头超过 {expected} 字节',
    },
    remedy: {
      en: 'Send a shorter address and fewer or shorter headers; clear the cookies of this address in the browser.',
      zh: '请缩短地址、减少请求头；在浏览器中清除本地址的 Cookie。',
    },
  },
  API_TOO_SLOW: {
    http: 408,
    message: { en: 'the request did not come in whole in time', zh: '请求未在规定时间内发送完毕' },
    remedy: {
      en: 'Send it again over a faster connection; large files go faster as .csv.gz, or by `afterlode import FILE`.',
      zh: '请在更快的网络上重试；大文件可压缩为 .csv.gz，或用 `afterlode import 文件` 导入。',
    },
  },
  API_CURSOR: {
    http: 400,
    message: {
      en: 'cursor {found} is no place of this list',
      zh: '游标 {found} 不在此列表中',
    },
    remedy: {
      en: 'Begin again without a cursor, and keep the other parameters the same from page to page.',
      zh: '请不带游标重新开始，翻页时其他参数保持不变。',
    },
  },
  API_FEATURE: {
    http: 404,
    message: {
      en: 'collection {where} has no feature {found}',
      zh: '集合 {where} 中没有要素 {found}',
    },
    remedy: {
      en: '/ogc/collections/{where}/items lists all.',
      zh: '/ogc/collections/{where}/items 列出全部要素。',
    },
  },
  API_PAGE_MISSING: {
    http: 503,
    message: { en: 'the pages are not built: no {where}', zh: '页面尚未构建：没有 {where}' },
    remedy: {
      en: 'Run `npm run build`; the API works without it.',
      zh: '请运行 `npm run build`；API 不受影响。',
    },
  },
  API_UNEXPECTED: {
    http: 500,
    message: {
      en: 'the server failed on {where}; its log has the reason under {found}',
      zh: '服务器处理 {where} 时出错；原因见其日志 {found}',
    },
    remedy: {
      en: 'Report the log line with what you asked for.',
      zh: '请将该日志与所做的请求一并报告。',
    },
  },
  API_RASTER_UNKNOWN: {
    http: 404,
    message: {
      en: 'the server does not hold the raster {found}; it keeps the last {expected}',
      zh: '服务器上没有栅格 {found}；只保留最近的 {expected} 个',
    },
    remedy: {
      en: 'Send the file again: choose it once more on the page, or POST /api/rasters.',
      zh: '请重新上传：在页面上重新选择文件，或 POST /api/rasters。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
