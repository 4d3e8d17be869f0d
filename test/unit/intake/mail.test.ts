import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { docx, p, refusal, zip } from './support.ts';

const GBK_LINE = Buffer.from('b0aeb9facec0c9fad4cbb6afa3acc7e5c0edcbc0bdc73837b4a6a1a3', 'hex');
const LINE = '爱国卫生运动，清理死角87处。';
const HEAD = [
  'From: =?utf-8?B?5Yy65Y+R5pS55aeU?= <fgw@example.cn>',
  'Subject: =?utf-8?B?5L+h5oGv5oql6YCB?=',
  'Date: Fri, 6 Mar 2020 09:12:00 +0800',
  'MIME-Version: 1.0',
];

interface Part {
  readonly type: string;
  readonly name?: string;
  readonly bytes: Uint8Array | string;
}

/** A mail with these parts, each in base64. */
function mail(parts: readonly Part[], head: readonly string[] = HEAD): Uint8Array {
  const bodies = parts.map(({ type, name, bytes }) => {
    const disposition = name === undefined ? [] : [`Content-Disposition: attachment; filename="${name}"`];
    const headers = [`Content-Type: ${type}`, 'Content-Transfer-Encoding: base64', ...disposition];
    return `--cut\r\n${headers.join('\r\n')}\r\n\r\n${Buffer.from(bytes as string).toString('base64')}\r\n`;
  });
  return Buffer.from(
    `${head.join('\r\n')}\r\nContent-Type: multipart/mixed; boundary=cut\r\n\r\n${bodies.join('')}--cut--\r\n`,
  );
}

const plain = (text: string): Part => ({ type: 'text/plain; charset=utf-8', bytes: text });
const read = (bytes: Uint8Array, name = '信息报送.eml') => readFile({ name, bytes });

describe('a mail', () => {
  test('gives its text, sender, subject and date', async () => {
    const { reader, text, fields, warnings } = await read(mail([plain(`${LINE}\r\n撰稿人：李明\r\n`)]));
    expect(reader).toBe('eml');
    expect(text).toBe(`${LINE}\n撰稿人：李明\n`);
    expect(fields).toEqual({
      sender: '区发改委 <fgw@example.cn>',
      subject: '信息报送',
      sentAt: '2020-03-06T01:12:00.000Z',
      author: '李明',
    });
    expect(warnings).toEqual([]);
  });

  test('a cover note gives way to the files that came with it, and is told', async () => {
    const file = { type: 'application/octet-stream', name: 'a.docx', bytes: docx(p(LINE)) };
    const picture = { type: 'image/png', name: 'p.png', bytes: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2) };
    const { text, warnings, attachments } = await read(mail([plain('现报上信息一篇，请查收。'), file, picture]));
    expect(text).toBe(`${LINE}\n`);
    expect(warnings).toEqual(['邮件正文只是附言，没有读入：“现报上信息一篇，请查收。”。', '附件“p.png”没有读入正文。']);
    expect(attachments.map(({ name }) => name)).toEqual(['p.png']);
  });

  test('one bad file among good ones is named and kept, the others are read', async () => {
    const bad = { type: 'application/octet-stream', name: 'b.docx', bytes: 'nothing' };
    const good = { type: 'text/plain', name: 'c.txt', bytes: LINE };
    const { text, warnings, attachments } = await read(mail([bad, good]));
    expect(text).toBe(`${LINE}\n`);
    expect(warnings.join()).toContain('“b.docx”已损坏');
    expect(attachments.map(({ name }) => name)).toEqual(['b.docx']);
  });

  test('a refusal of the one file in it names the mail too', async () => {
    const bad = { type: 'application/octet-stream', name: 'b.docx', bytes: 'nothing' };
    expect(await refusal(mail([bad]), '信息报送.eml', 'file-damaged')).toContain('“信息报送.eml”中的“b.docx”');
  });

  test('with nothing but HTML', async () => {
    const { text } = await read(
      mail([{ type: 'text/html; charset=utf-8', bytes: `<p>${LINE}</p><script>x</script>` }]),
    );
    expect(text.trim()).toBe(LINE);
  });
});

describe('encodings', () => {
  test.each([
    ['gb2312', 'text/plain; charset=gb2312', 0],
    ['no label', 'text/plain', 1],
    ['the wrong label', 'text/plain; charset=utf-8', 1],
    ['a Western label', 'text/plain; charset=iso-8859-1', 1],
  ])('%s', async (_, type, doubts) => {
    const { text, warnings } = await read(mail([{ type, bytes: GBK_LINE }]));
    expect(text).toBe(`${LINE}\n`);
    expect(warnings).toHaveLength(doubts);
  });

  test('no MIME at all', async () => {
    const old = Buffer.concat([Buffer.from('From: a@b.cn\r\nSubject: x\r\n\r\n'), GBK_LINE]);
    expect((await read(old)).text).toBe(`${LINE}\n`);
  });
});

describe('mail made to harm', () => {
  test('names of attachments reach nowhere and show as they are', async () => {
    const names = ['../../evil.bin', 'C:\\\\Windows\\\\x.bin', 'gpj.\u202exe.bin', 'CON.bin'];
    const parts = names.map((name) => ({ type: 'application/octet-stream', name, bytes: Uint8Array.of(1, 2, 0, 3) }));
    const { attachments } = await read(mail([plain(LINE), ...parts]));
    expect(attachments.map(({ name }) => name)).toEqual(['evil.bin', 'x.bin', 'gpj.xe.bin', '_CON.bin']);
  });

  test('50 mails in one another end in a sentence, not in a crash', async () => {
    const shell = `${HEAD.join('\r\n')}\r\nContent-Type: message/rfc822\r\n\r\n`;
    const bytes = Buffer.concat([Buffer.from(shell.repeat(50)), mail([plain(LINE)])]);
    expect(await refusal(bytes, 'a.eml', 'file-unsafe')).toContain('8 层以上');
  });

  test('parts that lie too deep in one another', async () => {
    const open = Array.from(
      { length: 300 },
      (_, i) => `Content-Type: multipart/mixed; boundary=b${i}\r\n\r\n--b${i}\r\n`,
    );
    await refusal(Buffer.from(`${HEAD.join('\r\n')}\r\n${open.join('')}`), 'a.eml', 'file-damaged');
  });

  test('a head forges no second line', async () => {
    const head = [...HEAD.slice(0, 1), 'Subject: =?utf-8?B?YQ0KYg==?=', ...HEAD.slice(2)];
    expect((await read(mail([plain(LINE)], head))).fields.subject).toBe('a b');
  });

  test('a sealed mail', async () => {
    const part = {
      type: 'application/pkcs7-mime; smime-type=enveloped-data',
      name: 'smime.p7m',
      bytes: Uint8Array.of(48, 1),
    };
    await refusal(mail([part]), 'a.eml', 'file-encrypted');
  });

  test('bytes that are no mail', async () => {
    await refusal(
      Uint8Array.from({ length: 400 }, (_, i) => (i * 7) % 256),
      'a.eml',
      'file-damaged',
    );
  });
});

describe('an archive', () => {
  test('of several files is read file by file', async () => {
    const bytes = zip({ '三月/a.docx': docx(p('甲')), '三月/b.txt': LINE, '__MACOSX/._b.txt': 'x', 'c.png': 'x' });
    const { reader, text, warnings } = await read(bytes, '报送.zip');
    expect(reader).toBe('zip');
    expect(text).toBe(`甲\n\n${LINE}\n`);
    expect(warnings).toEqual(['附件“c.png”没有读入正文。']);
  });

  test('holding one unreadable file says why that one is not read', async () => {
    expect(await refusal(zip({ 'a.docx': 'x' }), '报送.zip', 'file-damaged')).toContain('“a.docx”');
  });

  test('in archives without end', async () => {
    let bytes = zip({ 'a.txt': LINE });
    for (let depth = 0; depth < 20; depth += 1) bytes = zip({ 'b.zip': bytes });
    await refusal(bytes, 'a.zip', 'file-unsafe');
  });

  test('a mail in an archive in a mail', async () => {
    const inner = zip({ 'm.eml': mail([plain(LINE)]) });
    const { text } = await read(mail([{ type: 'application/zip', name: 'z.zip', bytes: inner }]));
    expect(text).toBe(`${LINE}\n`);
  });

  test('with names in the code page of Chinese Windows', async () => {
    const bytes = Buffer.from(zip({ 'AAAA.png': 'x', 'b.txt': LINE }));
    for (let at = bytes.indexOf('AAAA'); at !== -1; at = bytes.indexOf('AAAA'))
      Buffer.from('b0aeb9fa', 'hex').copy(bytes, at);
    expect((await read(bytes, 'a.zip')).warnings).toEqual(['附件“爱国.png”没有读入正文。']);
  });

  test('a .zip that is none', async () => {
    await refusal(new TextEncoder().encode('只是文字'), 'a.zip', 'file-damaged');
  });
});
