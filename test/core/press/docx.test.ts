import { patchDocument } from 'docx';
import { unzipSync } from 'fflate';
import mammoth from 'mammoth';
import { describe, expect, test } from 'vitest';
import { type Element, parseXml } from '../../../electron/intake/docx/xml.ts';
import { docx } from '../../../electron/press/export/docx.ts';
import { houseStylePresets } from '../../../shared/page/index.ts';
import { bare, GREY_PNG, motleyBulletin } from '../../support/bulletins.ts';

const elementsIn = (element: Element): Element[] => [
  element,
  ...element.children.flatMap((child) => (typeof child === 'string' ? [] : elementsIn(child))),
];

/** Children of an element in the order ECMA-376 (part 1, annex A) gives them; Word refuses a file that has another. */
const ORDER: Record<string, string> = {
  pPr:
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl numPr suppressLineNumbers pBdr shd tabs ' +
    'suppressAutoHyphens kinsoku wordWrap overflowPunct topLinePunct autoSpaceDE autoSpaceDN bidi adjustRightInd ' +
    'snapToGrid spacing ind contextualSpacing mirrorIndents suppressOverlap jc textDirection textAlignment ' +
    'textboxTightWrap outlineLvl divId cnfStyle rPr sectPr pPrChange',
  rPr:
    'rStyle rFonts b bCs i iCs caps smallCaps strike dstrike outline shadow emboss imprint noProof snapToGrid vanish ' +
    'webHidden color spacing w kern position sz szCs highlight u effect bdr shd fitText vertAlign rtl cs em lang',
  sectPr:
    'headerReference footerReference footnotePr endnotePr type pgSz pgMar paperSrc pgBorders lnNumType pgNumType cols ' +
    'formProt vAlign noEndnote titlePg textDirection bidi rtlGutter docGrid printerSettings',
  tblPr:
    'tblStyle tblpPr tblOverlap bidiVisual tblStyleRowBandSize tblStyleColBandSize tblW jc tblCellSpacing tblInd ' +
    'tblBorders shd tblLayout tblCellMar tblLook',
  tblBorders: 'top left start bottom right end insideH insideV',
  tcPr: 'cnfStyle tcW gridSpan hMerge vMerge tcBorders shd noWrap tcMar textDirection tcFitText vAlign hideMark',
  style:
    'name aliases basedOn next link autoRedefine hidden uiPriority semiHidden unhideWhenUsed qFormat locked personal ' +
    'pPr rPr tblPr trPr tcPr tblStylePr',
  settings:
    'writeProtection view zoom removePersonalInformation mirrorMargins evenAndOddHeaders bookFoldPrinting ' +
    'characterSpacingControl compat rsids mathPr themeFontLang clrSchemeMapping decimalSymbol listSeparator',
  tbl: 'tblPr tblGrid tr',
};

describe.each(houseStylePresets)('DOCX in the style $name', ({ style }) => {
  const bulletin = motleyBulletin(style);
  const file = docx(bulletin, { grey: GREY_PNG });

  test('every part is XML whose elements stand in the order of the schema', () => {
    for (const [name, bytes] of Object.entries(unzipSync(file))) {
      if (!name.endsWith('.xml')) continue;
      for (const { name: parent, children } of elementsIn(parseXml(bytes))) {
        const places = ORDER[parent]?.split(' ');
        if (!places) continue;
        const inside = children.flatMap((child) => (typeof child === 'string' ? [] : [child.name]));
        const at = inside.map((child) => places.indexOf(child));
        expect(at, `${name} ${parent}: ${inside}`).toEqual(at.toSorted((a, b) => a - b));
        expect(at, `${name} ${parent}: ${inside}`).not.toContain(-1);
      }
    }
  });

  test('another program opens it, writes it back and finds every word, table and picture in it', async () => {
    const again = await patchDocument({ outputType: 'nodebuffer', data: Buffer.from(file), patches: {} });
    for (const bytes of [Buffer.from(file), again]) {
      const { value: text, messages } = await mammoth.extractRawText({ buffer: bytes });
      expect(messages.filter(({ type }) => type === 'error')).toEqual([]);
      for (const word of ['内部资料', '要情', '编者按', '一、建立机制', '区工信局<w:p>', '复工现场', '4月2日'])
        expect(bare(text)).toContain(bare(word));
      const { value: html } = await mammoth.convertToHtml({ buffer: bytes });
      expect(html.match(/<img [^>]*src="data:image\/png;base64,/g)).toHaveLength(1);
      expect(html.match(/<tr>/g)).toHaveLength(3);
    }
  });
});
