/** Fixed parts of `data/README.md`. */
export const opening = `# Shipped data

Written by \`tools/data/build.ts\`; do not edit by hand. The forms are described in docs/architecture.md, part 2.

Only tables from repositories whose licence allows reuse are here, and only figures. Official statistics are facts, but
the chain from the yearbook to the file is the collector's, so every table names its collector and its primary source.
The annual panel is not shipped because its licence does not allow it; a user who has it imports it. Emissions spread by
night-time lights are left out because lights do not see blast furnaces and power plants, house prices because 58 of
their 70 cities are not resource-based and asking prices were taken from portals whose terms are not known.

\`marks.csv\` says at which cells a value is not what the source prints or is not to be trusted:

| mark | meaning | \`original\` |
| --- | --- | --- |
| corrected | a slip of the digitisation, replaced by the value that the sums around it give | what the source has |
| year-corrected | the source prints the row under another year | what the source prints for this year |
| doubtful | left as it is, with the reason | the value itself |
| derived | computed here or split by the author, not printed in the source | - |
| blank | blank in the source; missing here, or 0 where the row adds up without it | - |
`;

/** What the register files are. */
export const registerPart = `
## Register

| file | content |
| --- | --- |
| \`pack.yaml\` | title, code years, official totals with reference and what is known of each |
| \`register/cities.csv\` | the 262 resource-based cities of the plan of 2013 (State Council, 国发〔2013〕45号) and, among them, the 69 exhausted ones in three batches |
| \`register/units.csv\` | every area with a row: country, provinces, prefectures, counties of both census years, abolished units of the other tables |
| \`register/breaks.csv\` | years in which the area of a unit or of its districts changed, 1999 to 2020 |
| \`register/links.csv\` | predecessors of the prefecture-level units of 2020 and what to do with their figures |

The register is this project's own compilation and carries the project's licence. The annex of the plan could not be
read in full: the list was written from knowledge of the plan and compared with several sources. What is not certain
stands row by row in \`doubts\`: membership and type of 50 counties and 7 districts, part of batch 3, kinds of exhausted
resource, forest cities, a few coordinates, and the principal resource wherever its confidence is low (the plan gives
none). The official count of kinds (ferrous 6, oil 3) differs from the rows (5 and 4); \`pack.yaml\` keeps both.

\`areas\` names the rows of a unit by code year where they are not under the register's own code. 杨家杖子 has no row in
either census; 万盛 has one in 2010 (as the district 500110) and none in 2020, when the code 500110 belongs to 綦江, so
that code is not offered as a comparison unit; 巢湖 is 居巢区 in 2010; 莱芜 is the sum of two districts in 2020.
\`pinyin\` has the short and the whole name, for ü both v and u. In \`units.csv\`, \`years\` are the census years with a row,
names are those of the latest year, and \`listed\` is the listed unit whose figures stand in the row.
`;

/** Attribution that the licences ask for. */
export const attribution = `
\`register/breaks.csv\` and \`register/links.csv\`: China Urban Research Entity Crosswalk, Version 4.0.2,
https://github.com/FIERsity/china-prefecture-crosswalk (data/processed, commit 753a015), licensed under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/, see [licenses/FIERsity_china-prefecture-crosswalk.txt](licenses/FIERsity_china-prefecture-crosswalk.txt)).
Changed here: codes added, rows without an event left out, columns selected and renamed, counts put into words, five
breaks added (they say so or can be told by their text: 安庆 2015, 莱芜 2019, 500110 and 500111 in 2011, 遵义县 2016).

The other licence texts stand in \`licenses/\`. The commit of the census repository was not recorded when its files were
taken; its paths carry a version.
`;

/** What was changed on the way from the sources. */
export const changes = `
## Changes made

- Numbers are written with at most 12 significant digits, so that noise of binary storage disappears.
- Census tables: the two files of the source are joined; where both have a figure they agree (checked cell by cell when
  the tables are built). Subtotals are left out. The misprint 巿 in names is written 市. Areas without a code are
  \`<parent code>~<name>\`. Slips that the source's account lists are replaced by the value it derives, and some more
  that sums gave away (涟水, 沂水, 广水, 建昌, 石鼓, 南漳, 临沧, 西沙 in 2010; 苍梧, 田阳 in 2020). The row of the country
  in 2010 is the sum of the provinces.
- Aligned census: the rows of 莱芜 are added from the county volumes; cells that contradict the county volumes or
  themselves are marked; units without a single figure are left out.
- Yearbook 2004 to 2012: rows go to the year they belong to; nothing else is changed.
- Input-output table: names of the columns of use added.
`;
