import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, docOf } from '../../renderer/features/items/editor/blocks.ts';
import { cleanPaste, cleanText } from '../../renderer/features/items/editor/paste.ts';
import type { Block } from '../../shared/domain/bulletin.ts';

describe('blocks and the document of the editor', () => {
  it('lose nothing on the way there and back, bold and tables included', () => {
    const text = fc.string({
      unit: fc.constantFrom('上', '街', '“', '”', '。', 'a', '1', '𠮷'),
      minLength: 1,
      maxLength: 20,
    });
    const withBold = text.chain((words) =>
      fc
        .uniqueArray(fc.nat(words.length), { minLength: 2, maxLength: 2 })
        .map(([a = 0, b = 0]): Block => ({ kind: 'text', text: words, bold: [[Math.min(a, b), Math.max(a, b)]] })),
    );
    const block: fc.Arbitrary<Block> = fc.oneof(
      text.map((words): Block => ({ kind: 'text', text: words })),
      text.map((words): Block => ({ kind: 'subhead', text: words })),
      text.map((words): Block => ({ kind: 'note', text: words })),
      withBold,
      text.map((words): Block => ({ kind: 'table', rows: [[words, '1']] })),
    );
    fc.assert(
      fc.property(fc.array(block, { minLength: 1, maxLength: 8 }), (blocks) => {
        expect(blocksOf(docOf(blocks))).toEqual(blocks);
      }),
    );
  });

  it('show an empty text as one empty paragraph, and store none', () => {
    expect(docOf([]).content).toHaveLength(1);
    expect(blocksOf(docOf([]))).toEqual([]);
  });
});

const cleanHtml = (html: string) => cleanPaste(html).html;

describe('pasting', () => {
  it('makes plain paragraphs of what Word puts on the clipboard', () => {
    const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{color:red}</style></head>
      <body><!--StartFragment--><p class=MsoNormal style='text-indent:32.0pt'><span style='font-family:仿宋_GB2312;font-size:16pt'>　　近日，区科工局</span><span
      lang=EN-US>100</span><span>余家企业。<o:p></o:p></span></p>
      <p class=MsoNormal><b><span>一是抓调度。</span></b><span>每周通报。</span></p><!--EndFragment--></body></html>`;
    expect(cleanHtml(fromWord)).toBe(
      '<p>近日，区科工局100余家企业。</p><p><strong>一是抓调度。</strong>每周通报。</p>',
    );
  });

  it('divides at line breaks and list items, keeps headings as subheads, and leaves scripts, links and pictures out', () => {
    const fromWeb = `<div>第一行<br>第二行</div><h2><b>工作成效</b></h2><ul><li>一条</li><li>两条</li></ul>
      <p>见<a href="http://example.com">通知</a><img src="http://example.com/a.png"><script>alert(1)</script>。</p><p>&nbsp;</p>`;
    expect(cleanHtml(fromWeb)).toBe('<p>第一行</p><p>第二行</p><h3>工作成效</h3><p>一条</p><p>两条</p><p>见通知。</p>');
  });

  it('escapes what looks like a tag', () => {
    expect(cleanHtml('<p>a &lt;b&gt; &amp; c</p>')).toBe('<p>a &lt;b&gt; &amp; c</p>');
  });

  it('makes one paragraph of each line of plain text, without typed indents and blank lines', () => {
    expect(cleanText('　　第一段。\r\n\r\n    第二段。\n')).toBe('第一段。\n第二段。');
  });
});
