import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the page of findings and of what many do about one. */
export const findingWords = {
  findingsNav: say('问题台账', 'Findings'),
  findingsTitle: say('问题台账：全部城市', 'Findings of all cities'),
  findingsNote: say(
    '您可查看范围内的已立项问题：交办给谁、何时到期、谁说了什么、现场照片。尚未立项的在城市页。',
    'Findings that were opened, where you may read them: who has to see to them until when, what was said, photos. Those that nobody has opened stand on the page of the city.',
  ),
  findingsNone: say('没有符合条件的问题。', 'No finding meets these conditions.'),
  findingsSignIn: say('登录后可查看台账。', 'Sign in to see the ledger.'),
  findingCount: say('{n} 项，其中 {late} 项逾期', '{n} findings, {late} of them overdue'),
  findMine: say('交办给我的', 'Mine'),
  findOverdue: say('仅逾期', 'Overdue only'),
  findPerson: say('交办给谁', 'Assigned to'),
  findArea: say('城市或省份', 'City or province'),
  findStatus: say('状态', 'Status'),
  findWords: say('文字', 'Words'),
  findNow: say('筛选', 'Filter'),
  findingsCsv: say('下载所列（CSV）', 'Download this list (CSV)'),
  findingsBack: say('全部记录，含照片（JSON）', 'Every record, with photos (JSON)'),
  calendarOf: say('期限日历（.ics）', 'Deadlines as a calendar (.ics)'),
  calendarNote: say(
    '可存为文件，也可在日历软件中订阅此地址；需登录的服务请在地址后加 &token=令牌（权限 finding.read）。',
    'Save it, or let your calendar subscribe to this address; where people sign in, add &token=TOKEN with a token of the scope finding.read.',
  ),
  event_assigned: say('交办', 'assigned'),
  event_comment: say('评论', 'comment'),
  event_file: say('附件', 'file'),
  assignment: say('交办', 'Assignment'),
  assignedTo: say('交办：{who}', 'Assigned to {who}'),
  assignedNobody: say('收回交办', 'assigned to nobody'),
  dueOn: say('{day} 到期', 'due {day}'),
  assignPerson: say('经办人（账号或姓名）', 'Person (account or name)'),
  assignOffice: say('单位', 'Office'),
  assignDeadline: say('办理期限', 'To be done by'),
  assignNote: say('要求', 'What is asked for'),
  assignNow: say('交办', 'Assign'),
  comments: say('评论', 'Comments'),
  commentWords: say('评论内容', 'Your comment'),
  commentAnswerTo: say('回复 {who} 的评论', 'Answer to {who}'),
  commentNow: say('发表', 'Send'),
  commentAnswer: say('回复', 'Answer'),
  commentEdit: say('修改', 'Edit'),
  commentEdited: say('{at} 修改', 'edited {at}'),
  commentCancel: say('取消', 'Cancel'),
  answersTo: say('回复 {who}', 'answers {who}'),
  findingFiles: say('照片与文件', 'Photos and documents'),
  addFile: say('添加照片或文件', 'Add a photo or document'),
  addFileHint: say(
    'JPEG、PNG 或 PDF，不超过 8 MiB。照片中的位置、时间和设备信息在保存前去除；PDF 原样保存。',
    'JPEG, PNG or PDF up to 8 MiB. Position, time and device are taken out of photos before they are kept; a PDF stays as it is.',
  ),
  takePhoto: say('拍照', 'Take a photo'),
  fileCaption: say('说明', 'Caption'),
  sendFile: say('上传', 'Upload'),
  documentFile: say('文件', 'Document'),
  byWhom: say('{who}，{at}', '{who}, {at}'),
} satisfies Record<string, Text>;
