import { pinyin } from 'pinyin-pro';

const peoples = [
  '蒙古 回 藏 维吾尔 苗 彝 壮 布依 朝鲜 满 侗 瑶 白 土家 哈尼 哈萨克 傣 黎 傈僳 佤 畲 拉祜 水 东乡 纳西 景颇',
  '柯尔克孜 土 达斡尔 仫佬 羌 布朗 撒拉 毛南 仡佬 锡伯 普米 塔吉克 怒 鄂温克 裕固 保安 独龙 鄂伦春 各',
]
  .join(' ')
  .split(' ')
  .sort((a, b) => b.length - a.length);

const autonomous = new RegExp(
  `(?:(?:${peoples.join('|')})族|(?:蒙古|哈萨克|柯尔克孜|锡伯|塔吉克|达斡尔|维吾尔))+自治(?:州|县|旗|区)$`,
);
const kindOfArea =
  /(?:经济技术开发区|经济开发区|特别行政区|管理区|开发区|自治区|地区|(?<=神农架)林区|矿区|特区|省|市|县|区|盟|旗)$/;

/** Name without the word for its kind: 鹤岗市 is 鹤岗, 延边朝鲜族自治州 is 延边; one character alone keeps it (易县). */
export function shortName(name: string): string {
  const bare = name === '内蒙古自治区' ? name : name.replace(autonomous, '');
  const shorter = bare === name ? [name.replace(kindOfArea, ''), name.replace(/[市县区旗]$/, '')] : [bare];
  return shorter.find((short) => short.length >= 2) ?? name;
}

/** Readings of place names that differ from the commonest reading of their characters. */
const readings: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '泌阳 bi yang|涡阳 guo yang|浚县 xun xian|单县 shan xian|乐清 yue qing|乐亭 lao ting|乐陵 lao ling|尉犁 yu li',
    '大埔 da bu|洪洞 hong tong|蔚县 yu xian|歙县 she xian|繁峙 fan shi|宕昌 tan chang|什邡 shi fang|黄陂 huang pi',
    '调兵山 diao bing shan|民乐 min le|珲春 hun chun|曾都 zeng du|吴堡 wu bu|牟定 mou ding|六合 lu he|筠连 jun lian',
    '召陵 shao ling|称多 chen duo|穆棱 mu ling|柏乡 bai xiang|句容 ju rong|库车 ku che|莎车 sha che|六安 lu an',
  ]
    .join('|')
    .split('|')
    .map((entry) => [entry.slice(0, entry.indexOf(' ')), entry.slice(entry.indexOf(' ') + 1)]),
);

/** Characters with one reading in place names. */
const fixed: Readonly<Record<string, string>> = { 都: 'du', 什: 'shi' };

/** Names that are written after another language than Chinese. */
const otherSpellings: Readonly<Record<string, string>> = Object.fromEntries(
  [
    '呼和浩特 Hohhot|巴彦淖尔 Bayannur|乌兰察布 Ulanqab|兴安盟 Hinggan|锡林郭勒 Xilingol|阿拉善 Alxa|哈尔滨 Harbin',
    '齐齐哈尔 Qiqihar|甘孜 Garze|拉萨 Lhasa|日喀则 Xigaze|昌都 Qamdo|林芝 Nyingchi|那曲 Nagqu|阿里 Ngari|果洛 Golog',
    '乌鲁木齐 Urumqi|吐鲁番 Turpan|博尔塔拉 Bortala|阿克苏 Aksu|克孜勒苏 Kizilsu|喀什 Kashgar|和田 Hotan|伊犁 Ili',
  ]
    .join('|')
    .split('|')
    .map((entry) => entry.split(' ')),
);

/** Syllables of a place name without tones; ü is written ü. The whole name helps to find the right reading. */
export function syllables(name: string): readonly string[] {
  const found = pinyin(name, { toneType: 'none', type: 'array', nonZh: 'consecutive' }).map((syllable) =>
    syllable.toLowerCase(),
  );
  const parts = found.map((syllable, index) => fixed[name[index] ?? ''] ?? syllable);
  for (const [place, reading] of Object.entries(readings)) {
    if (name.startsWith(place)) parts.splice(0, place.length, ...reading.split(' '));
  }
  return parts;
}

/**
 * What a person may type: the short and the whole name, for ü both `v` and `u`; words separated by one space.
 *
 * @example `searchPinyin('鹤岗市')` is `hegang hegangshi`
 */
export function searchPinyin(name: string): string {
  const all = syllables(name);
  const whole = all.join('');
  const short = all.slice(0, shortName(name).length).join('');
  const words = [short, whole].flatMap((word) => [word.replaceAll('ü', 'v'), word.replaceAll('ü', 'u')]);
  return [...new Set(words.map((word) => word.replace(/[^a-z0-9]/g, '')))].join(' ');
}

/** The short name in Latin letters: 吕梁市 is Lüliang, 西安市 Xi'an, 拉萨市 Lhasa. */
export function latinName(name: string): string {
  const other = otherSpellings[name] ?? otherSpellings[shortName(name)];
  if (other !== undefined) return other;
  const short = syllables(name)
    .slice(0, shortName(name).length)
    .map((syllable, index) => (index > 0 && /^[aeo]/.test(syllable) ? `'${syllable}` : syllable))
    .join('');
  return short.charAt(0).toUpperCase() + short.slice(1);
}
