import type { CodeDefinition } from './definition.js';

/** Faults and doubts of the room `store`. */
export const storeCodes = {
  STORE_LOCKED: {
    http: 409,
    message: {
      en: 'the workspace {where} is open in process {pid} on {host}, since {since}',
      zh: '工作区 {where} 正由主机 {host} 上的进程 {pid} 使用（始于 {since}）',
    },
    remedy: {
      en: 'Stop that process. If that machine no longer runs, delete the file "lock" in the workspace.',
      zh: '请停止该进程。若那台机器已不再运行，请删除工作区中的 lock 文件。',
    },
  },
  STORE_NOT_WRITABLE: {
    http: 400,
    message: {
      en: 'the workspace {where} cannot be written ({found})',
      zh: '工作区 {where} 无法写入（{found}）',
    },
    remedy: {
      en: 'Give this user the right to write there, free space, or choose another folder with --workspace DIR.',
      zh: '请授予当前用户写入权限、腾出空间，或用 --workspace DIR 另选文件夹。',
    },
  },
  STORE_NEWER: {
    http: 409,
    message: {
      en: '{where} has version {found}, this program knows versions up to {expected}',
      zh: '{where} 的版本为 {found}，本程序最高支持版本 {expected}',
    },
    remedy: {
      en: 'Use the newer program that wrote it. Nothing was changed.',
      zh: '请使用写入它的较新程序。未作任何更改。',
    },
  },
  STORE_UNREADABLE: {
    http: 500,
    message: {
      en: 'the database at {where} cannot be opened: {found}',
      zh: '{where} 处的数据库无法打开：{found}',
    },
    remedy: {
      en: 'Restore a backup into an empty workspace, or repair the database.',
      zh: '请将备份恢复到空工作区，或修复该数据库。',
    },
  },
  STORE_UNREACHABLE: {
    http: 503,
    message: {
      en: 'no PostgreSQL database answers at {where}: {found}',
      zh: '{where} 处没有可用的 PostgreSQL 数据库：{found}',
    },
    remedy: {
      en: 'Check that the server runs, and address, user and password of --database URL.',
      zh: '请检查服务器是否运行，以及 --database URL 的地址、用户和密码。',
    },
  },
  STORE_VALUE: {
    http: 400,
    message: {
      en: '{where}: {found} cannot be stored, expected {expected}',
      zh: '{where}：{found} 无法保存，应为 {expected}',
    },
    remedy: {
      en: 'Correct the value in the file; leave the cell empty where it is missing.',
      zh: '请在文件中改正该值；缺失时请将单元格留空。',
    },
  },
  STORE_TEXT: {
    http: 400,
    message: {
      en: '{where} has the character of number zero, or half of one, which the database cannot hold',
      zh: '{where} 含有编码为零的字符或半个字符，数据库无法保存',
    },
    remedy: {
      en: 'Take it out: it stands there by a fault of the program that wrote the text, and is not seen.',
      zh: '请将其删除：它不可见，多由生成文字的程序出错所致。',
    },
  },
  STORE_KEY_TWICE: {
    http: 400,
    message: {
      en: '{where}: rows {found} give different values for the same city, indicator and period',
      zh: '{where}：第 {found} 行对同一城市、指标和时期给出不同的值',
    },
    remedy: {
      en: 'Keep one of the rows. Nothing was imported.',
      zh: '请只保留其中一行。未导入任何数据。',
    },
  },
  STORE_NOT_EMPTY: {
    http: 409,
    message: {
      en: '{where} already holds {found} rows; a backup is restored into an empty workspace only',
      zh: '{where} 中已有 {found} 行；备份只能恢复到空工作区',
    },
    remedy: {
      en: 'Choose an empty folder with --workspace DIR, or an empty database.',
      zh: '请用 --workspace DIR 选择空文件夹，或选择空数据库。',
    },
  },
  STORE_BACKUP_DAMAGED: {
    http: 400,
    message: {
      en: 'the backup is damaged at {where}: found {found}, expected {expected}',
      zh: '备份在 {where} 处损坏：实为 {found}，应为 {expected}',
    },
    remedy: {
      en: 'Use another copy of the backup. Nothing was restored.',
      zh: '请使用该备份的另一份副本。未恢复任何数据。',
    },
  },
  STORE_NESTED: {
    http: 500,
    message: {
      en: 'the store was asked for {where} from inside one of its own transactions',
      zh: '在存储自身的事务内又请求了 {where}',
    },
    remedy: {
      en: 'This is a fault of the program: please report it.',
      zh: '这是程序的缺陷，请予报告。',
    },
  },
  STORE_FULL: {
    http: 507,
    message: {
      en: 'the disk of the database at {where} is full: {found}; nothing was changed',
      zh: '{where} 处数据库所在磁盘已满：{found}；未作任何改动',
    },
    remedy: {
      en: 'Make room and call again; what was acknowledged is kept.',
      zh: '请腾出空间后重试；已确认的内容均已保存。',
    },
  },
  STORE_CLOSED: {
    http: 500,
    message: {
      en: 'the database at {where} is closed: {found}',
      zh: '{where} 处的数据库已关闭：{found}',
    },
    remedy: {
      en: 'Start the program again; what was saved is safe.',
      zh: '请重新启动程序；已保存的内容不受影响。',
    },
  },
} as const satisfies Record<string, CodeDefinition>;
