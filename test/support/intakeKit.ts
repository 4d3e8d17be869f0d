import { readFileSync } from 'node:fs';
import { zipSync } from 'fflate';

export interface KitFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

const fixtures = new URL('../fixtures/', import.meta.url);
const fixture = (path: string): Uint8Array => readFileSync(new URL(path, fixtures));

const PROGRAMS_FILES = [
  '001.gb18030.txt',
  'notice.big5.txt',
  'libreoffice.doc',
  'libreoffice.docx',
  'libreoffice.2003.xml',
  'libreoffice.rtf',
  'libreoffice.pdf',
  'chromium.pdf',
];

/** One good file of each format, made by other programs where one makes it; all are read whole. */
export function intakeKit(): KitFile[] {
  const files = PROGRAMS_FILES.map((name) => ({ name, bytes: fixture(`intake/${name}`) }));
  const docx = fixture('intake/libreoffice.docx');
  const text = fixture('corpus/001.txt');
  return [
    ...files,
    { name: '上街信息.txt', bytes: text },
    { name: '来稿.zip', bytes: zipSync({ '一/来稿.docx': docx, '二.txt': text }) },
    { name: '来稿.eml', bytes: mail(docx) },
    { name: '来稿.mht', bytes: mhtml() },
    { name: '来稿.html', bytes: page() },
  ];
}

function mail(attached: Uint8Array): Uint8Array {
  return lines(
    'From: =?utf-8?B?5Yy65Y+R5pS55aeU?= <fgw@example.cn>',
    'Subject: =?utf-8?B?5L+h5oGv5oql6YCB?=',
    'Date: Fri, 6 Mar 2020 09:12:00 +0800',
    'MIME-Version: 1.0',
    'Content-Type: multipart/mixed; boundary=cut',
    '',
    '--cut',
    'Content-Type: text/html; charset=utf-8',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page()).toString('base64'),
    '--cut',
    'Content-Type: application/octet-stream; name="a.docx"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(attached).toString('base64'),
    '--cut--',
    '',
  );
}

function mhtml(): Uint8Array {
  return lines(
    'From: "Saved by WPS Office"',
    'MIME-Version: 1.0',
    'Content-Type: multipart/related; type="text/html"; boundary="cut"',
    '',
    '--cut',
    'Content-Type: text/html; charset="utf-8"',
    'Content-Transfer-Encoding: base64',
    '',
    Buffer.from(page()).toString('base64'),
    '--cut--',
    '',
  );
}

function page(): Uint8Array {
  const paragraphs = Buffer.from(fixture('corpus/001.txt')).toString('utf8').split(/\n+/);
  const body = paragraphs.map((text) => `<p class=MsoNormal><span lang=EN-US>${text}</span></p>`).join('\n');
  return Buffer.from(`<html><head><meta charset="utf-8"><style>p{}</style></head><body>${body}</body></html>`);
}

const lines = (...all: string[]): Uint8Array => Buffer.from(all.join('\r\n'));
