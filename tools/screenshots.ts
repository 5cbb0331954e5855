// Pictures of the pages: `tsx tools/screenshots.ts FOLDER`. Needs the built program; takes a free port and an empty workspace.
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { launchChromium } from '../test/browser/chromium.js';
import { startServer } from '../test/browser/server.js';

const sizes = { desktop: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
/** Address of each page, and what it shows once it is ready. */
const pages = {
  overview: ['/', '.map .land'],
  city: ['/city/cn-230400', '.figures'],
  carbon: ['/carbon', '[data-lacking]'],
  transfer: ['/transfer?change=cn-230400:phase:1&city=cn-230400', '[data-effect-on="others"]'],
  subsidence: ['/subsidence/example?layer=cumulative&cell=74,50', '.ground-plot circle'],
  disorder: ['/disorder?example=made', '[data-points="gap"]'],
  vacantLand: ['/vacant-land', '[data-section="upload"]'],
  land: ['/inefficient-land?example=1', '[data-made]'],
  vacancy: ['/vacancy?example=1', '[data-made]'],
  ground: ['/ground?example=1', '[data-made]'],
  renewal: ['/renewal?example=1', '[data-picture="gantt"]'],
  chain: ['/chain?example=tongling', '[data-map="present"] svg'],
  linkages: ['/linkages?extract=02', '[data-scatter]'],
  restoration: ['/restoration?example=1', '[data-step="discounted"]'],
  complexity: ['/complexity', '[data-dot]'],
  successors: ['/successors?example=1', '[data-made]'],
  roadmap: ['/roadmap?example=1', '[data-path="green"]'],
  distress: ['/distress?example=1', '[data-picture="distress"] svg'],
  laboratory: ['/laboratory?city=cn-230400&vary=normalise', '.lab-progress[data-done="1000"]'],
} as const;

const folder = process.argv[2];
if (folder === undefined) {
  process.stderr.write('A folder is missing: tsx tools/screenshots.ts FOLDER\n');
  process.exit(2);
}
await mkdir(folder, { recursive: true });
const server = await startServer();
const browser = await launchChromium();
for (const [size, viewport] of Object.entries(sizes)) {
  for (const language of ['zh', 'en']) {
    for (const [name, [path, ready]] of Object.entries(pages)) {
      const page = await browser.newPage({ viewport });
      await page.goto(`${server.address}${path}${path.includes('?') ? '&' : '?'}lang=${language}`);
      await page.waitForLoadState('networkidle');
      await page.locator(ready).first().waitFor({ state: 'attached' });
      await page.evaluate(() => document.fonts.ready.then(() => undefined));
      const file = join(folder, `${name}-${language}-${size}.png`);
      await page.screenshot({ path: file });
      console.log(file);
      await page.close();
    }
  }
}
await browser.close();
await server.stop();
