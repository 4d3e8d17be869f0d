import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';

const read = (html: string, name = '粘贴的网页.html') =>
  readFile({ name, bytes: new TextEncoder().encode(html.includes('<html') ? html : `<html>${html}`) });
const PNG = `data:image/png;base64,${Buffer.from('89504e470d0a1a0a0000000d49484452000000030000000208060000', 'hex').toString('base64')}`;

/** What Word 2016 puts on the clipboard: a whole page with its styles, conditional comments and list marks. */
const WORD = `<html xmlns:v="urn:schemas-microsoft-com:vml" xmlns:o="urn:schemas-microsoft-com:office:office"
xmlns:w="urn:schemas-microsoft-com:office:word" xmlns="http://www.w3.org/TR/REC-html40">
<head>
<meta http-equiv=Content-Type content="text/html; charset=utf-8">
<meta name=Generator content="Microsoft Word 15">
<link rel=File-List href="file:///C:/Users/ADMINI~1/AppData/Local/Temp/msohtmlclip1/01/clip_filelist.xml">
<!--[if gte mso 9]><xml><w:WordDocument><w:View>Normal</w:View></w:WordDocument></xml><![endif]-->
<style><!-- p.MsoNormal {margin:0cm; font-family:仿宋_GB2312;} @font-face{src:url(http://hostile-kit-pwned/f)} --></style>
</head>
<body lang=ZH-CN style='tab-interval:21.0pt;text-justify-trim:punctuation'>
<!--StartFragment-->
<p class=MsoNormal align=center style='text-align:center'><b><span style='font-size:18.0pt;
font-family:宋体'>区市场监管局开展<span lang=EN-US>“</span>你点我检<span
lang=EN-US>”</span>食品安全<br>抽检行动<o:p></o:p></span></b></p>
<p class=MsoListParagraph style='margin-left:18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
lang=EN-US style='mso-list:Ignore'>一、<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp;
</span></span><![endif]><span style='font-family:仿宋_GB2312'>强化组织领导，
成立专班<span lang=EN-US>3</span>个。</span><a style='mso-comment-reference:A_1'></a><span class=MsoCommentReference><span lang=EN-US
style='font-size:10.5pt'><a class=msocomanchor href="#_msocom_1">[A1]</a></span></span></p>
<p class=MsoNormal><span style='display:none;mso-hide:all'>隐藏的话</span>抽检<span lang=EN-US>126</span>批次，<del
cite="mailto:x">合格120批次</del>合格<span lang=EN-US>124</span>批次。</p>
<table class=MsoNormalTable border=1><tr style='mso-yfti-irow:0'><td width=189 valign=top><p class=MsoNormal>品种</p></td><td><p
class=MsoNormal>批次<o:p></o:p></p></td></tr><tr><td><p class=MsoNormal>蔬菜</p></td><td><p class=MsoNormal><span lang=EN-US>86</span></p></td></tr></table>
<p class=MsoNormal><img width=200 height=100 src="file:///C:/Users/ADMINI~1/clip_image001.png" v:shapes="_x0000_i1025"></p>
<!--EndFragment-->
</body></html>`;

/** WPS, which writes its styles in place and runs for each change of script. */
const WPS = `<html><head><meta charset="utf-8"></head><body><!--StartFragment--><p class="MsoNormal" style="text-indent:32.0000pt;mso-char-indent-count:2.0000;"><span style="mso-spacerun:'yes';font-family:仿宋_GB2312;font-size:16.0000pt;">截至</span><span style="mso-spacerun:'yes';font-family:'Times New Roman'">6</span><span>月</span><span>15</span><span>日，</span><span>累计发放</span><span>&nbsp;</span><span>消费券&nbsp;1.2万张。</span><span><o:p></o:p></span></p><p class="MsoNormal" style="text-align:right"><span>（</span><font face="仿宋_GB2312">区商务局</font><span>）</span></p><!--EndFragment--></body></html>`;

/** Chromium, which writes every computed style into the element, and what stood round the choice is left out. */
const CHROMIUM = `<meta charset='utf-8'><div style="color: rgb(51, 51, 51); font-family: &quot;Microsoft YaHei&quot;; background-image: url(http://127.0.0.1:9/pwn)"><p style="margin: 0px 0px 15px">　　近日，区卫健委组织<strong style="font-weight:700">义诊</strong>活动。</p><p><br></p><ol><li>量血压312人次</li><li>发资料500份</li></ol><script>window.__kit_pwned = 1</script><iframe src="http://hostile-kit-pwned/"></iframe></div>`;

describe('what was copied', () => {
  test('from Word: paragraphs, shown numbers and table rows; hidden, deleted and commented words stay out', async () => {
    const { text, warnings } = await read(WORD);
    expect(text.trim().split('\n')).toEqual([
      '区市场监管局开展“你点我检”食品安全',
      '抽检行动',
      '一、强化组织领导，成立专班3个。',
      '抽检126批次，合格124批次。',
      '品种 批次',
      '蔬菜 86',
    ]);
    expect(warnings).toEqual([
      '网页中有批注或脚注标记，没有读入。',
      '网页中有不显示的文字，没有读入。',
      '网页带有修订痕迹，已按接受全部修订后的文字读入。',
      '网页中有表格，已按行读入。',
      '网页引用的 1 张图片不在文件中，没有读入。',
    ]);
  });

  test('from WPS: runs of one paragraph are one line', async () => {
    expect((await read(WPS)).text).toBe('截至6月15日，累计发放 消费券 1.2万张。\n（区商务局）\n');
  });

  test('from Chromium: typed indents and blank lines stay, lists show their numbers, nothing foreign comes along', async () => {
    expect((await read(CHROMIUM)).text).toBe('  近日，区卫健委组织义诊活动。\n\n1. 量血压312人次\n2. 发资料500份\n');
  });
});

describe('a page', () => {
  test('keeps the pictures written into it, and tells of those it only points to', async () => {
    const { attachments, warnings } = await read(`<p>正文</p><img src="${PNG}"><img src="http://127.0.0.1:9/a.png">`);
    expect(attachments.map(({ name, bytes }) => [name, bytes.length])).toEqual([['图片1.png', 28]]);
    expect(warnings).toEqual([
      '文件中有 1 张图片，已作为附件保留，未读入正文。',
      '网页引用的 1 张图片不在文件中，没有读入。',
    ]);
  });

  test('laid out by a table keeps its paragraphs', async () => {
    const cell = (n: number) => `<p>第${n}段。</p>`.repeat(6);
    const { text } = await read(`<table><tr><td>${cell(1)}</td><td>${cell(2)}</td></tr></table>`);
    expect(text.split('\n').slice(4, 8)).toEqual(['第1段。', '第1段。', '第2段。', '第2段。']);
  });

  test('in UTF-16 is read as such', async () => {
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from('<html><p>爱国卫生运动</p></html>', 'utf16le'),
    ]);
    expect((await readFile({ name: '来稿.doc', bytes })).text).toBe('爱国卫生运动\n');
  });

  test.each([
    ['tags never closed', '<div><b>甲<p>乙<table><tr><td>丙<td>丁', '甲\n乙\n丙 丁\n'],
    ['ends of what never began', '</div></td></p>甲</table></li>乙', '甲乙\n'],
    ['a quote never closed', '<p title="x>甲</p><p>乙</p>', '甲\n乙\n'],
    ['signs by name and number', '&#8220;甲&#x201d;&nbsp;&mdash;&unknown;&#150;&lt;b&gt;', '“甲” —&unknown;–<b>\n'],
    ['a lesser sign', '<p>气温<5℃，3 < 4</p>', '气温<5℃，3 < 4\n'],
    ['words kept as typed', '<pre>  甲\n  乙</pre>', '  甲\n  乙\n'],
  ])('%s', async (_, html, text) => {
    expect((await read(html)).text).toBe(text);
  });

  test('a hundred thousand elements in one another end as text', async () => {
    const { text } = await read(`${'<div><span>'.repeat(50_000)}甲${'</span></div>'.repeat(50_000)}`);
    expect(text).toBe('甲\n');
  });
});
