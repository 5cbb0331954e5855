import type { Text } from '../base/index.js';

function say(zh: string, en: string): Text {
  return { zh, en };
}

/** Words of the layers that users put on maps, and of measuring. */
export const layerWords = {
  layers: say('自备图层', 'Own layers'),
  layersList: say('图层，自上而下', 'Layers, from top to bottom'),
  layersOpen: say('打开图层文件', 'Open a layer'),
  layersHint: say(
    'GeoJSON（不超过 64 MiB）或 PMTiles（矢量或图片瓦片），坐标须为 WGS 84 经纬度。经偏移的坐标（GCJ-02、BD-09）无法识别，会错位数百米。文件只在本浏览器读取和保存，不会上传；从外部不读取任何内容。',
    'GeoJSON (up to 64 MiB) or PMTiles (vector tiles or pictures), in longitude and latitude of WGS 84. Shifted coordinates (GCJ-02, BD-09) cannot be told apart and lie some hundred metres off. The file is read and kept in this browser only; nothing is sent or fetched from outside.',
  ),
  layersUnkept: say(
    '本浏览器无法保存图层：离开页面后须重新打开。',
    'This browser cannot keep the layers: they must be opened again once the page is left.',
  ),
  layersFromServer: say('服务器提供', 'from the server'),
  layersColour: say('{name} 的颜色', 'Colour of {name}'),
  layersOpacity: say('{name} 的不透明度', 'Opacity of {name}'),
  layersUp: say('上移 {name}', 'Move {name} up'),
  layersDown: say('下移 {name}', 'Move {name} down'),
  layersForget: say('移除 {name}', 'Forget {name}'),
  measureLine: say('测距离', 'Measure a line'),
  measureArea: say('测面积', 'Measure an area'),
  measureUndo: say('撤销一点', 'Take a corner back'),
  measureClear: say('清除', 'Clear the corners'),
  measureHint: say(
    '在图上点击设点；键盘：方向键移动十字，回车设点，退格撤销，Esc 结束。',
    'Click corners on the map; by keyboard: arrow keys move the cross, Enter sets a corner, Backspace takes it back, Escape ends.',
  ),
  measureLength: say('长度 {km} km', 'length {km} km'),
  measureSize: say('面积 {km2} km²，周长 {km} km', 'area {km2} km², around {km} km'),
  measureCopy: say('复制结果', 'Copy the result'),
  measureCopied: say('已复制', 'Copied'),
  measureEast: say('东经 {n}°', '{n}° E'),
  measureWest: say('西经 {n}°', '{n}° W'),
  measureNorth: say('北纬 {n}°', '{n}° N'),
  measureSouth: say('南纬 {n}°', '{n}° S'),
  measureMap: say(
    '测量：方向键移动十字，回车设点，退格撤销，Esc 结束',
    'Measuring: arrow keys move the cross, Enter sets a corner, Backspace takes it back, Escape ends',
  ),
  measureScaleTitle: say('图中央处的比例', 'true at the middle of the map'),
} satisfies Record<string, Text>;
