import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import { checkPages } from '../../../electron/press/check/index.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import { houseStylePresets, layOut, measuresOf } from '../../../shared/page/index.ts';
import { bare, bulletinOf, dateOf, longBulletin, printedText } from '../../support/bulletins.ts';
import { pdfPages } from '../../support/pdf.ts';

const press = createPress({ fork: nodeFork() });
afterAll(() => press.close());

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');
const numbers = (text: string) => text.replace(/—\d+—/g, '');

describe('text 001 on the standard’s page', () => {
  const bulletin = bulletinOf('001');

  test('every character of masthead, theme, the nine entries and the imprint is in the PDF, in order', async () => {
    const pages = await pdfPages(await press.pdf(bulletin));
    const { masthead, theme, imprint } = bulletin;
    const printed = [
      masthead.name,
      masthead.issueText,
      masthead.office,
      dateOf(bulletin),
      ...theme,
      ...bulletin.entries.map((entry) => printedText(entry)),
      ...imprint.map((row) => `${row.label}：${row.text}`),
    ];
    expect(numbers(pages.join(''))).toBe(bare(printed.join('')));
  });

  test('the page breaks are those of the layout made without the engine', async () => {
    const pages = await pdfPages(await press.pdf(bulletin));
    const ends = layOut(bulletin).pages.map((page) => {
      const last = page.pieces.filter((piece) => piece.kind === 'lines').at(-1);
      return last?.kind === 'lines' ? bare(last.unit.lines[last.to - 1]?.text ?? '') : '';
    });
    pages.slice(0, -1).forEach((text, i) => {
      expect(numbers(text).endsWith(ends[i] ?? '')).toBe(true);
    });
  });

  test('it is a tagged PDF/A-2a dated with the issue’s date', async () => {
    const text = new TextDecoder('latin1').decode(await press.pdf(bulletin));
    expect(text).toMatch(/pdfaid:conformance>A</);
    expect(text).toMatch(/pdfaid:part>2</);
    expect(text).toMatch(/\/Marked true/);
    expect(text).toContain('D:20200306');
  });

  test('the same bulletin gives the same bytes, also in another process', async () => {
    const here = sha256(await press.pdf(bulletin));
    expect(sha256(await press.pdf(structuredClone(bulletin)))).toBe(here);
    const child = fileURLToPath(new URL('./hashPdf.ts', import.meta.url));
    expect(execFileSync(process.execPath, [child], { encoding: 'utf8' }).trim()).toBe(here);
  });
});

describe('the checker on every page the press makes', () => {
  test.each(['000', '001'])('text %s passes on the strict grid', async (text) => {
    const bulletin = bulletinOf(text);
    const { verdict, strictGrid, findings, report } = await checkPages(
      await press.pdf(bulletin),
      measuresOf(bulletin.style),
    );
    expect(findings.filter((finding) => finding.severity === 'fail')).toEqual([]);
    expect([verdict, strictGrid]).toEqual(['pass', true]);
    expect(report.standard).toBe('PDF/A-2a');
  });

  test.each(houseStylePresets.map(({ name, style }) => [name, style] as const))(
    'preset %s passes',
    async (_, style) => {
      const { verdict, findings, strictGrid } = await checkPages(
        await press.pdf(bulletinOf('001', style)),
        measuresOf(style),
      );
      expect(findings.filter((finding) => finding.severity === 'fail')).toEqual([]);
      expect(verdict).toBe('pass');
      expect(strictGrid).toBe(true);
    },
  );

  test.each(['pushOut', 'hang'] as const)('with marks treated as %s it passes too', async (lineBreak) => {
    const bulletin = bulletinOf('001', { lineBreak });
    const { findings } = await checkPages(await press.pdf(bulletin), measuresOf(bulletin.style));
    expect(findings.filter((finding) => finding.severity === 'fail')).toEqual([]);
  });

  test('a document of forty pages passes on the strict grid, and every full page has its 22 lines', async () => {
    const bulletin = longBulletin(12);
    const { bytes, pages, check } = await press.pressedPdf(bulletin);
    expect(pages).toBeGreaterThanOrEqual(40);
    expect(await pdfPages(bytes)).toHaveLength(pages);
    expect(check.strictGrid).toBe(true);
    expect(new Set(check.report.linesPerFullPage)).toEqual(new Set([22]));
  });
});

test('in the style of 2020 the printed pages break where the issue’s did', async () => {
  const style = houseStylePresets.find(({ id }) => id === 'bulletin2020')?.style;
  const pages = (await pdfPages(await press.pdf(bulletinOf('001', style)))).map(numbers);
  expect(pages[0]).toMatch(/贡献青春智慧和力$/);
  expect(pages[1]).toMatch(/^量。（上街区委办）.*平价医用口罩，尽全$/);
  expect(pages[2]).toMatch(/^力解决.*存在的问题$/);
  expect(pages[3]).toMatch(/^和困难/);
});

test('for pre-printed paper the red is left out and nothing else moves', async () => {
  const read = async (overprint: boolean) => {
    const { readPages } = await import('../../../electron/press/check/readPages.ts');
    const [first] = (await readPages(await press.pdf(bulletinOf('001', { overprint })))).pages;
    return {
      red: first?.glyphs.filter((glyph) => glyph.red).length,
      black: first?.glyphs.filter((glyph) => !glyph.red).map(({ char, x, y }) => [char, x, y]),
      rules: first?.rules.filter((rule) => rule.red).length,
    };
  };
  const plain = await read(false);
  const over = await read(true);
  expect([plain.red, plain.rules]).toEqual([4, 1]);
  expect([over.red, over.rules]).toEqual([0, 0]);
  expect(over.black).toEqual(plain.black);
});
