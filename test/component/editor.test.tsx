import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { blocksOf, docOf } from '../../renderer/features/items/editor/blocks.ts';
import { cleanPaste, cleanText, droppedInWords } from '../../renderer/features/items/editor/paste.ts';
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

  it('keeps the numbers Word and WPS put before the entries of a list, and drops bullets', () => {
    const entry = (mark: string, words: string, font = '') =>
      `<p class=MsoListParagraph style='margin-left:42.0pt;text-indent:-21.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
      lang=EN-US style='font-family:${font || '仿宋'};mso-bidi-font-family:仿宋'><span style='mso-list:Ignore'>${mark}<span
      style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;&nbsp;&nbsp; </span></span></span><![endif]><span>${words}</span></p>`;
    const wps = `<p class="MsoNormal" style="mso-list:l0 level1 lfo1;"><!--[if !supportLists]--><span style="font-family:仿宋_GB2312;"><span
      style="mso-list:Ignore;">（二）<span>&nbsp;</span></span></span><!--[endif]--><span>抓督查。</span></p>`;
    expect(
      cleanHtml(entry('一、', '建机制。') + wps + entry('·', '要点。', 'Symbol') + entry('l', '另一点。', 'Wingdings')),
    ).toBe('<p>一、建机制。</p><p>（二）抓督查。</p><p>要点。</p><p>另一点。</p>');
  });

  it('writes out the numbers a web page gives its lists', () => {
    expect(cleanHtml('<ol start="3"><li>丙</li><li value="7">庚</li><li>辛</li></ol><ul><li>点</li></ul>')).toBe(
      '<p>3.丙</p><p>7.庚</p><p>8.辛</p><p>点</p>',
    );
    expect(cleanHtml('<ol style="list-style-type: simp-chinese-informal"><li>甲</li><li>乙</li></ol>')).toBe(
      '<p>一、甲</p><p>二、乙</p>',
    );
  });

  it('keeps a table as a table, and takes apart one that only lays out the page', () => {
    const table = `<table class=MsoTableGrid border=1><tr><td><p class=MsoNormal><b>单位<o:p></o:p></b></p></td><td><p>家数</p></td></tr>
      <tr><td colspan=1><p>区科工局</p></td><td><p>&nbsp;32</p></td></tr></table>`;
    const [, kept] = /data-kept="([^"]*)"/.exec(cleanHtml(`<p>见下表。</p>${table}`)) ?? [];
    expect(JSON.parse((kept ?? '').replaceAll('&quot;', '"'))).toEqual({
      kind: 'table',
      rows: [
        ['单位', '家数'],
        ['区科工局', '32'],
      ],
    });
    expect(cleanHtml('<table><tr><td><p>一段。</p><p>又一段。</p></td></tr></table>')).toBe(
      '<p>一段。</p><p>又一段。</p>',
    );
  });

  it('leaves out pictures, comments, hidden and deleted words, and says so', () => {
    const { html, dropped } = cleanPaste(
      `<p>走访<del cite="mailto:x">30</del><ins>32</ins>家<span style='mso-hide:all;display:none'>密</span><img src="file:///C:/a.png"><span
      class=MsoCommentReference><a href="#_msocom_1">[A1]</a></span>。</p><div style='mso-element:comment-list'><div
      style='mso-element:comment'><p>批注内容</p></div></div>`,
    );
    expect(html).toBe('<p>走访32家。</p>');
    expect(droppedInWords(dropped)).toBe('粘贴时略去了1张图片、1处已标记删除的文字。');
    expect(droppedInWords(cleanPaste('<p>只有文字。</p>').dropped)).toBeNull();
  });
});
