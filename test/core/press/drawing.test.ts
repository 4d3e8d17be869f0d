import { expect, test } from 'vitest';
import { Compiler } from '../../../electron/press/engine/compiler.ts';
import { Fonts, knownFamilies } from '../../../electron/press/engine/fonts.ts';
import { PageDrawer } from '../../../electron/press/engine/pageDrawer.ts';
import { AssetShelf, readSvg } from '../../../electron/press/engine/readSvg.ts';
import { pictureFile } from '../../../electron/press/engine/segments.ts';
import { type Setting, settingOf } from '../../../electron/press/engine/setting.ts';
import { type Mark, namesIn } from '../../../shared/page/drawing.ts';
import { layOut } from '../../../shared/page/index.ts';
import { bulletinOf, smallBulletin } from '../../support/bulletins.ts';

const template = 'bulletin.typ';
const compiler = new Compiler(['.cache/fonts'], new URL('../../../electron/press/engine/', import.meta.url), [
  template,
]);
const fonts = new Fonts(compiler.installed(knownFamilies));
const put = (setting: Setting) => compiler.put('setting.json', JSON.stringify(setting));

/** Pages with all there is to draw: masthead, theme, run-in titles, drawn bold, a table, a picture, the imprint. */
function everything() {
  const [, table] = smallBulletin([
    { text: '一' },
    {
      title: '表',
      body: [
        {
          kind: 'table',
          rows: [
            ['项目', '数'],
            ['复工企业', '54'],
          ],
        },
      ],
    },
  ]).entries;
  const [picture] = smallBulletin([
    { title: '图', body: [{ kind: 'picture', hash: 'ab12', caption: '开工现场' }] },
  ]).entries;
  const bulletin = bulletinOf('001', { titleFace: 'fangBold' });
  const entries = [
    ...bulletin.entries,
    ...(table && picture
      ? [
          { ...table, id: 't' },
          { ...picture, id: 'p' },
        ]
      : []),
  ];
  compiler.put(pictureFile('ab12'), DOT);
  return { ...bulletin, entries };
}

/** A grey dot as PNG. */
const DOT = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4DwAA0QDQelCi0gAAAABJRU5ErkJggg==', 'base64'),
);

test('pages put together from parts are the pages the engine draws whole', () => {
  const bulletin = everything();
  const setting = settingOf(bulletin, layOut(bulletin), fonts);
  put(setting);
  const shelf = new AssetShelf();
  const whole = readSvg(compiler.svg(template), setting.pages.length, shelf);
  const parts = new PageDrawer(compiler, template, put).draw(setting, 'look', setting.pages);
  expect(parts.map(placed)).toEqual(whole.map(placed));
  expect(whole.flat().some((mark) => 'picture' in mark && mark.clip)).toBe(true);
  expect(whole.flat().some((mark) => 'glyphs' in mark && mark.stroke)).toBe(true);
});

test('every element the engine writes is one that is read, and every name has its outline', () => {
  const bulletin = everything();
  const setting = settingOf(bulletin, layOut(bulletin), fonts);
  put(setting);
  const svg = compiler.svg(template);
  const body = svg.slice(0, svg.indexOf('<defs'));
  expect(new Set([...body.matchAll(/<([a-z-]+)/gi)].map(([, name]) => name))).toEqual(
    new Set(['svg', 'path', 'g', 'use', 'image']),
  );
  const shelf = new AssetShelf();
  const names = namesIn(readSvg(svg, setting.pages.length, shelf).flat());
  const { outlines, pictures } = shelf.get(names);
  expect(Object.keys(outlines).length + Object.keys(pictures).length).toBe(names.length);
});

test('after an edit only the lines that read differently are set anew', () => {
  const bulletin = bulletinOf('001');
  const setting = settingOf(bulletin, layOut(bulletin), fonts);
  let sent = 0;
  const drawer = new PageDrawer(compiler, template, (next) => {
    sent += next.pages.length;
    put(next);
  });
  drawer.draw(setting, 'look', setting.pages);
  sent = 0;
  const [first, ...others] = bulletin.entries;
  if (!first) throw new Error('no entry');
  // One line more at the head moves all pages down; their lines read the same.
  const moved = {
    ...bulletin,
    entries: [{ ...first, body: [{ kind: 'text' as const, text: '新增的一段。' }, ...first.body] }, ...others],
  };
  const after = settingOf(moved, layOut(moved), fonts);
  drawer.draw(after, 'look', after.pages);
  expect(sent).toBeGreaterThan(0);
  // The line itself, those at the ends of pages, and none of the other hundred.
  expect(sent).toBeLessThan(12);
});

/** What stands where, to a hundredth of a point, in reading order. */
function placed(marks: readonly Mark[]): string[] {
  const near = (pt: number) => (Math.round(pt * 100) / 100).toFixed(1);
  return marks
    .flatMap((mark) => {
      const [a, b, c, d, e, f] = mark.m;
      const look = `${a} ${b} ${c} ${d} ${'fill' in mark ? mark.fill : ''}`;
      if (!('glyphs' in mark)) return [`${near(f)} ${near(e)} ${look} ${'picture' in mark ? mark.picture : mark.path}`];
      return mark.glyphs.flatMap((name, i) =>
        typeof name === 'string'
          ? [`${near(f)} ${near(e + a * Number(mark.glyphs[i + 1]))} ${look} ${name} ${mark.stroke}`]
          : [],
      );
    })
    .sort();
}
