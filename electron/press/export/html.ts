import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { formatDate } from '../../../shared/domain/dates.ts';
import { measuresOf, type Paragraph, paragraphsOf, printable } from '../../../shared/page/index.ts';
import type { Pictures } from '../engine/protocol.ts';
import { pictureType } from './pictureType.ts';

/**
 * A bulletin as one file of HTML for the intranet: to be read on a screen; a print of it says that it is none of the
 * bulletin's pages. It has no script, carries its pictures, and asks for nothing from elsewhere.
 * @param proof heads what has not been signed
 */
export function html(bulletin: Bulletin, pictures: Pictures = {}, proof: string | null = null): Uint8Array {
  const { masthead, style } = bulletin;
  const { red } = measuresOf(style);
  const title = escapeHtml(masthead.name + masthead.issueText);
  const total = masthead.totalText?.trim() ? `（${escapeHtml(masthead.totalText)}）` : '';
  const imprint = bulletin.imprint.map(
    ({ label, text, right }) =>
      `<p>${label ? `${escapeHtml(label)}：` : ''}${escapeHtml(text)}${right ? `<span>${escapeHtml(right)}</span>` : ''}</p>`,
  );
  const page = `<!doctype html>
<html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${title}</title><style>${css(red)}</style></head><body>
<p class="not-a-page">本页供屏幕阅读，不是印刷版面；付印请用同一期的 PDF。</p>
<header>${proof === null ? '' : `<p class="proof">${escapeHtml(proof)}</p>`}${masthead.secrecy ? `<p class="secrecy">${escapeHtml(masthead.secrecy)}</p>` : ''}<h1>${escapeHtml(masthead.name)}</h1>
<p class="number">${escapeHtml(masthead.issueText)}${total}</p><p class="line"><span>${escapeHtml(masthead.office)}</span><span>${formatDate(masthead.date)}</span></p></header>
${bulletin.theme.length > 0 ? `<h2 class="theme">${bulletin.theme.map(escapeHtml).join('<br>')}</h2>` : ''}
<main>
${paragraphsOf(bulletin)
  .map((paragraph) => element(paragraph, pictures))
  .join('\n')}
</main>
<footer>${imprint.join('')}</footer></body></html>
`;
  return new TextEncoder().encode(page);
}

function element(paragraph: Paragraph, pictures: Pictures): string {
  switch (paragraph.kind) {
    case 'heading':
      return paragraph.role === 'section'
        ? `<h2>${escapeHtml(paragraph.text)}</h2>`
        : `<h3>${escapeHtml(paragraph.text)}</h3>`;
    case 'text':
    case 'note':
    case 'subhead': {
      const runs = paragraph.runs.map((run) => {
        if ('gap' in run) return '　';
        const text = escapeHtml(run.text);
        return run.face === 'title' || run.face === 'bold' ? `<b>${text}</b>` : text;
      });
      return `<p class="${paragraph.kind}">${runs.join('').trim()}</p>`;
    }
    case 'table': {
      const row = (cells: readonly string[], tag: 'th' | 'td') =>
        `<tr>${cells.map((cell) => `<${tag}>${escapeHtml(cell)}</${tag}>`).join('')}</tr>`;
      const rows = paragraph.rows.map((cells, i) => row(cells, i === 0 ? 'th' : 'td'));
      return `<table>${paragraph.caption ? `<caption>${escapeHtml(paragraph.caption)}</caption>` : ''}${rows.join('')}</table>`;
    }
    case 'picture': {
      const caption = escapeHtml(paragraph.caption ?? '');
      const bytes = pictures[paragraph.hash];
      if (!bytes) return `<p class="picture">［图］${caption}</p>`;
      const address = `data:image/${pictureType(bytes)};base64,${Buffer.from(bytes).toString('base64')}`;
      return `<figure><img alt="${caption || '图片'}" src="${address}">${caption && `<figcaption>${caption}</figcaption>`}</figure>`;
    }
    default:
      return paragraph satisfies never;
  }
}

const escapeHtml = (text: string) =>
  printable(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

const css = (red: string) =>
  `body{max-width:42em;margin:2em auto;padding:0 1em;font:1.1em/1.9 FangSong,STFangsong,serif}header,h2{text-align:center}h1{color:${red};font:bold 3.2em/1.4 STZhongsong,serif;letter-spacing:.25em;margin:.2em 0}.line{display:flex;justify-content:space-between;border-bottom:2px solid ${red}}p{margin:0;text-indent:2em;text-align:justify}.number{text-align:center}.proof{text-align:right;font-family:SimHei,sans-serif}header p,footer p,.picture{text-indent:0}h2,h3,b,th{font-family:SimHei,sans-serif}figure{margin:1em auto;text-align:center}img{max-width:100%}.note,.subhead,figcaption{font-family:KaiTi,STKaiti,serif}table{border-collapse:collapse;margin:1em auto}td,th{border:1px solid;padding:.2em .6em}footer{border-top:2px solid;border-bottom:2px solid;margin-top:2em}footer p{display:flex;justify-content:space-between}.not-a-page{display:none}@media print{.not-a-page{display:block;text-indent:0;border:1px solid;padding:.2em .6em}}`;
