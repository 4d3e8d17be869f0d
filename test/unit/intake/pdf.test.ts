import { readFileSync } from 'node:fs';
import { deflateSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { readFile } from '../../../electron/intake/index.ts';
import { pdf, put } from './pdfSupport.ts';
import { refusal } from './support.ts';

const fixture = (name: string): Uint8Array => readFileSync(new URL(`../../fixtures/intake/${name}`, import.meta.url));
const read = (bytes: Uint8Array, name = 'a.pdf') => readFile({ name, bytes });

/** 爱国卫生运动 in GBK. */
const CHINESE = '<b0aeb9facec0c9fad4cbb6af>';

describe('files made by other programs', () => {
  test('LibreOffice: lines as printed, with their indents; head and page numbers set aside and named', async () => {
    const { text, warnings, fields } = await read(fixture('libreoffice.pdf'));
    expect(text.split('\n').slice(0, 5)).toEqual([
      '      关于开展爱国卫生运动情况的报告',
      '    今年以来，中心路街道认真贯彻落实上级部署，广泛发动群',
      '众参与爱国卫生运动，累计出动志愿者1,260人次，清理卫生死',
      '角87处，清运垃圾45.6吨，辖区环境面貌明显改善，群众满意',
      '度达到96.5%。',
    ]);
    expect(text).not.toContain('信息专报');
    expect(text).not.toMatch(/—/);
    expect(text).toContain('新安西路  320  21\n');
    expect(warnings).toEqual(['页眉页脚没有读入正文：“中心路街道信息专报”。', '页码没有读入正文。']);
    expect(fields.phone).toBe('68921234');
  });

  test('Chromium: characters it maps to radical signs come out as characters', async () => {
    const { text, warnings } = await read(fixture('chromium.pdf'));
    expect(text.replace(/\s/g, '')).toBe(
      '项目建设工作长足进步今年以来，区发改委坚持项目为王，54项手续已办结45项，办结率83.3%，建立日调度、月通报机制。一是长期抓好服务，解决用工、立项等困难36个。',
    );
    expect(warnings).toEqual([]);
  });

  test('a password', async () => {
    expect(await refusal(fixture('password.pdf'), '专报.pdf', 'file-encrypted')).toBe(
      '“专报.pdf”设有密码，读不出内容。请去掉密码后再导入。',
    );
  });
});

describe('pages', () => {
  test('a Chinese font that is not in the file is read through its character map', async () => {
    expect((await read(pdf([put(72, 700, 16, CHINESE)]))).text).toBe('爱国卫生运动\n');
  });

  test('a figure at the foot is a page number, the same in the body is not', async () => {
    const { text } = await read(pdf([put(72, 700, 16, CHINESE) + put(72, 500, 16, '3') + put(290, 40, 14, '- 3 -')]));
    expect(text.match(/3/g)).toHaveLength(1);
  });

  test('what stands once at the head of a page is kept', async () => {
    const { text } = await read(pdf([put(72, 800, 22, CHINESE) + put(72, 700, 16, 'A'), put(72, 700, 16, 'B')]));
    expect(text).toContain('爱国卫生运动');
  });

  test('a page without text among others is named', async () => {
    const { warnings } = await read(pdf([put(72, 700, 16, CHINESE), '0 0 100 100 re f']));
    expect(warnings).toEqual(['第 2 页没有文字，可能是图片或扫描件，请对照原件补录。']);
  });

  test('only pictures', async () => {
    await refusal(pdf(['0 0 100 100 re f']), 'a.pdf', 'file-no-text');
  });

  test('slanted text is no body', async () => {
    const watermark = 'BT /F1 40 Tf 0.7 0.7 -0.7 0.7 100 300 Tm (DRAFT) Tj ET\n';
    const { text, warnings } = await read(pdf([watermark + put(72, 700, 16, CHINESE)]));
    expect(text).toBe('爱国卫生运动\n');
    expect(warnings.join()).toContain('DRAFT');
  });

  test('the first bytes decide, whatever the name', async () => {
    expect((await read(pdf([put(72, 700, 16, CHINESE)]), '来稿.txt')).reader).toBe('pdf');
  });
});

describe('files that are none, or too much', () => {
  test('a .pdf that is something else', async () => {
    await refusal(new TextEncoder().encode('只是文字'), 'a.pdf', 'file-damaged');
  });

  test('a head and nothing after it', async () => {
    await refusal(new TextEncoder().encode('%PDF-1.7\n只有开头'), 'a.pdf', 'file-damaged');
  });

  test('a file cut at its end says so; one cut in the middle is refused', async () => {
    const whole = fixture('libreoffice.pdf');
    const { text, warnings } = await read(pdf([put(72, 700, 16, CHINESE)]).subarray(0, -12));
    expect(text).toContain('爱国卫生');
    expect(warnings.join()).toContain('不完整');
    await refusal(whole.subarray(0, whole.length / 2), 'a.pdf', 'file-damaged');
  });

  test('a flipped bit in a packed stream, and a piece cut out, are told', async () => {
    const whole = fixture('chromium.pdf');
    expect((await read(whole)).warnings).toEqual([]);
    const flipped = Buffer.from(whole);
    const inFirstStream = flipped.indexOf('stream') + 40;
    flipped[inFirstStream] = (flipped[inFirstStream] ?? 0) ^ 1;
    const cut = Buffer.concat([whole.subarray(0, whole.length / 2), whole.subarray(whole.length / 2 + 10)]);
    for (const bytes of [flipped, cut]) {
      const outcome = await read(bytes).then(
        ({ warnings }) => warnings.join(),
        (error: Error) => error.message,
      );
      expect(outcome).toMatch(/不完整|损坏/);
    }
  });

  test('a stream that unpacks to more than 100 MB', async () => {
    const packed = deflateSync(Buffer.alloc(101 * 1024 * 1024, 32)).toString('latin1');
    const text = Buffer.from(pdf(['@'])).toString('latin1');
    const bytes = text.replace(
      '<< /Length 1 >>\nstream\n@',
      () => `<< /Length ${packed.length} /Filter /FlateDecode >>\nstream\n${packed}`,
    );
    await refusal(Buffer.from(bytes, 'latin1'), 'a.pdf', 'file-unsafe');
  });

  test('5,000 pages', async () => {
    const many = pdf(Array.from({ length: 5000 }, () => put(72, 700, 16, 'a')));
    expect(await refusal(many, '年鉴.pdf', 'file-too-long')).toBe(
      '“年鉴.pdf”有 5000 页，超过上限 200 页。请拆分后再导入；确要整份读入时，可在导入结果里选“仍要读入”。',
    );
  });
});
