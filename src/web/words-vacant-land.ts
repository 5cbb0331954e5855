import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the pages on which vacant land is labelled. */
export const vacantLandWords = {
  idle: say('空地', 'Vacant land'),
  idleTitle: say('空地：标注、训练与识别', 'Vacant land: label, train, find'),
  idleText: say(
    '没有现成的公开空地标注集，因此由城市自己标注：上传一幅影像，用一个下午勾绘各类地块，程序据此学习，并用未参与训练的区块检验自己的误差，再给出空地多边形和下一步标注位置。',
    'No open set of labelled vacant plots exists, so a city labels its own: send an image, draw some ground of each class in an afternoon; the program learns from it, tells its own error on blocks that it has not seen, and shows vacant ground and where to label next.',
  ),
  method_vacant_land: say('空地识别方法', 'How vacant land is learnt'),

  idleExampleLabel: say('示例：人造小镇', 'Example: a made town'),
  idleExampleText: say(
    '由程序生成的小镇，位于赤道与本初子午线相交的海面上，没有任何实测内容；已有少量标注，可直接训练，也可继续勾绘。',
    'A made town in the sea where equator and prime meridian meet; nothing of it was measured. Some labels are there: train at once, or draw more.',
  ),
  idleProjects: say('标注项目', 'Projects'),
  idleNoProjects: say('还没有标注项目。', 'No project yet.'),
  idleProject: say('项目', 'Project'),
  idleImage: say('影像', 'Image'),
  idleSize: say('像元', 'Cells'),
  idlePolygons: say('标注', 'Labels'),
  idleBegun: say('建立', 'Begun'),
  idleTrainedAt: say('训练', 'Trained'),
  idleDrop: say('删除', 'Delete'),
  idleDropNamed: say('删除项目 {name}', 'Delete the project {name}'),
  idleDropSure: say('连同标注一起删除', 'Delete it with its labels'),
  idleKeep: say('保留', 'Keep'),
  idleUpload: say('上传影像', 'Send an image'),
  idleUploadText: say(
    '带坐标系的 GeoTIFF，一个或多个波段（如 红,绿,蓝,近红外）。影像保存在本机工作区，随备份一起带走。',
    'A GeoTIFF with a reference system and one band or more (such as red, green, blue, near infrared). It stays in the workspace of this server and goes into backups.',
  ),
  idleFile: say('影像（GeoTIFF）', 'Image (GeoTIFF)'),
  idleLabel: say('项目名称', 'Name of the project'),
  idleBands: say(
    '波段名称（如 red,green,blue,nir；- 为不用）',
    'Bands (red,green,blue,nir; - leaves one out)',
  ),
  idleClassNames: say('类别，第一个为要找的', 'Classes, the first is looked for'),
  idleUsualClasses: say('空地,建筑,绿地,道路', 'vacant,built,green,road'),
  idleBegin: say('新建项目', 'Begin the project'),
  idleSending: say('正在上传影像……', 'Sending the image …'),

  idleBack: say('全部项目', 'All projects'),
  idleFacts: say(
    '{image}：{width} × {height} 像元，波段 {bands}，{crs}',
    '{image}: {width} × {height} cells, bands {bands}, {crs}',
  ),
  idleLabels: say('标注', 'Labels'),
  idleCanvas: say('影像与标注', 'Image with labels'),
  idleKeys: say(
    '点击设置顶点，双击、回车或点第一个顶点完成；Esc 取消，退格撤回一点。拖动平移，Ctrl+滚轮或 + − 缩放，0 全图。键盘：方向键移动影像（Shift 微调），空格在十字处设点或选择，数字 1–9 选类别，Delete 删除，Ctrl+Z 撤销。',
    'Click to set corners; a double click, Enter or the first corner closes; Escape cancels, Backspace takes a corner back. Drag to move, Ctrl with the wheel or + − to zoom, 0 for the whole. By keys: arrows move the image (Shift: finely), Space sets a corner or chooses at the cross, 1–9 choose a class, Delete deletes, Ctrl+Z takes back.',
  ),
  idleCrossing: say(
    '边界与自身相交，尚未完成：请按退格撤回顶点，或按 Esc 取消。',
    'The outline crosses itself and is not closed: take corners back with Backspace, or cancel with Escape.',
  ),
  idleTools: say('绘图工具', 'Tools'),
  idleDraw: say('勾绘', 'Draw'),
  idleChoose: say('选择', 'Select'),
  idleDelete: say('删除所选', 'Delete selected'),
  idleUndo: say('撤销', 'Undo'),
  idleClasses: say('类别', 'Classes'),
  idleClass: say('类别', 'Class'),
  idleClassName: say('类别名称', 'Name of the class'),
  idleDrawClass: say('使用类别 {name}（键 {n}）', 'Use the class {name} (key {n})'),
  idleLabelled: say('{n} 处，{area} 公顷', '{n}, {area} ha'),
  idleWanted: say('要找的', 'look for'),
  idleDropClass: say('去掉类别 {name}', 'Drop the class {name}'),
  idleNewClass: say('新类别', 'New class'),
  idleAddClass: say('添加', 'Add'),

  idleLoad: say('读入标注文件', 'Labels from a file'),
  idleLoadFile: say('标注（GeoJSON）', 'Labels (GeoJSON)'),
  idleLoadText: say(
    '多边形须有属性 class；未写明坐标系时按经纬度。与已有标注合并。',
    'Polygons with a property class; longitude and latitude where the file says nothing else. They come besides those that are there.',
  ),

  idleSaved: say('已保存（第 {n} 版）', 'Saved (revision {n})'),
  idleWaiting: say('有未保存的更改……', 'Changes not yet saved …'),
  idleSaving: say('正在保存……', 'Saving …'),
  idleRefused: say('未保存：其间他人已保存', 'Not saved: somebody else saved in between'),
  idleFailed: say('未保存', 'Not saved'),
  idleJoin: say('合并两边的标注', 'Join both'),
  idleTakeTheirs: say('采用已保存的标注', 'Take what was saved'),

  idleTrain: say('训练', 'Train'),
  idleTraining: say('正在训练：{percent}%', 'Training: {percent} %'),
  idleTwoClasses: say('至少需要两类标注。', 'Labels of two classes at least are needed.'),
  idleSaveFirst: say('等待标注保存。', 'Waits until the labels are saved.'),
  idleRest: say('多边形以外的地面', 'Ground outside the polygons'),
  idleRestUnknown: say('未知（没有全部看过）', 'unknown (not all of it was looked at)'),
  idleMinArea: say('最小面积（m²）', 'Least area (m²)'),
  idlePeriod: say('台账年份', 'Year in the ledger'),
  idleFindings: say(
    '台账：新建 {n} 条，已有 {known} 条。',
    'Ledger: {n} findings opened, {known} were there.',
  ),
  idleOpenLedger: say('打开台账', 'Open the ledger'),
  idleUsual: say('按目录', 'as in the catalog'),

  idleLayers: say('叠加显示', 'Above the image'),
  idleProbability: say('概率图', 'Probability'),
  idleNoProbability: say('不显示', 'none'),
  idleOpacity: say('不透明度', 'Opacity'),

  idleRate: say(
    '{day} 训练：{classes} 占判别范围的 {share}，{area} / {all} 公顷，{n} 个多边形。',
    'Trained on {day}: {classes} is {share} of the ground that was judged, {area} of {all} ha, in {n} polygons.',
  ),
  idleOldResult: say(
    '标注在此次训练之后有改动；重新训练后结果才会更新。',
    'The labels have changed since this training; train again to bring the results up to date.',
  ),
  idleAccuracy: say('精度', 'How good it is'),
  idleHeldOut: say(
    '{patches} 个标注图斑，{blocks} 个边长 {side} m 的区块；每个区块由未见过它的模型判别，训练样本至少相距 {gap} m。括号内为 95% 区间。',
    '{patches} labelled patches in {blocks} blocks of {side} m; each block was told by a model that had not seen it nor ground within {gap} m of it. In brackets: 95 % intervals.',
  ),
  idleFewBlocks: say(
    '只有 {n} 个区块有标注：精度只是粗略估计，区间也不可靠。请在影像的更多位置标注。',
    'Labels lie in {n} blocks only: these figures are rough, and so are their intervals. Label in more parts of the image.',
  ),
  idleVerdict: say(
    '判为“{name}”的地面中 {right} 确实是；实际的“{name}”有 {found} 被找到。',
    'Of the ground told as “{name}” {right} is right; of the ground that is “{name}” {found} is found.',
  ),
  idleNotJudged: say(
    '“{name}”无法检验：未参与训练的区块中没有足够的标注。',
    '“{name}” could not be judged: too few labels lie in blocks that were held out.',
  ),
  idleTooMuch: say('面积偏大 {percent}。', 'Its area is told too large, by {percent}.'),
  idleTooLittle: say('面积偏小 {percent}。', 'Its area is told too small, by {percent}.'),
  idleFitting: say(
    '面积偏差 {percent}，在误差范围内看不出偏大或偏小。',
    'Its area is off by {percent}, which is within the error.',
  ),
  idlePrecision: say('精确率', 'Precision'),
  idleRecall: say('召回率', 'Recall'),
  idleF1: say('F1', 'F1'),
  idleIou: say('交并比', 'IoU'),
  idleBias: say('面积偏差', 'Area bias'),
  idleExpectedBias: say('期望面积偏差', 'Expected area bias'),
  idleOverall: say('全部正确的比例', 'Right in all'),
  idleRange: say('（{low} 至 {high}）', '({low} to {high})'),
  idleConfusion: say(
    '混淆矩阵（图斑数）：行为标注，列为判别',
    'Confusion matrix (patches): rows as labelled, columns as told',
  ),
  idleLabelledAs: say('标注', 'Labelled'),
  idleFound: say('找到的多边形', 'Polygons found'),
  idleNothingFound: say('没有找到多边形。', 'No polygon was found.'),
  idlePolygon: say('多边形', 'Polygon'),
  idleAreaM2: say('面积（m²）', 'Area (m²)'),
  idleConfidence: say('置信度', 'Confidence'),
  idleNext: say('下一步标注位置', 'Label next'),
  idleNextText: say(
    '在这些区块补充标注收获最大：模型对其中未标注的地面最没有把握。',
    'Labels in these blocks teach most: the model is least sure of the ground there.',
  ),
  idleNoNext: say('所有区块均已标注。', 'All blocks are labelled.'),
  idleBlock: say('区块 {place}', 'Block {place}'),
  idleUncertain: say('不确定性 {value}，未标注图斑 {n}', 'uncertainty {value}, {n} patches without label'),
  idleFiles: say('下载', 'Files'),
} satisfies Record<string, Text>;
