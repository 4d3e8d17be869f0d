import { randomBytes } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { strToU8, zipSync } from 'fflate';
import type { HandInFields, HandInReceipt } from '../../../shared/contract/portal/views.ts';
import type { Caller } from './caller.ts';

/** What was measured of one kind of request, ms each. */
export type Times = Map<string, number[]>;

export interface Visit {
  caller: Caller;
  title: string;
  text: string;
  /** The attachment. */
  file: Uint8Array;
  /** Between two steps, ms. */
  think: number;
  times: Times;
  errors: string[];
}

const MEGABYTE = 1024 * 1024;

/** A Word file of 2 MB: a page of text and a photograph. */
export function wordFile(text: string): Uint8Array {
  const paragraph = `<w:p><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;
  const main = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument';
  const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
  return zipSync(
    {
      '[Content_Types].xml': strToU8('<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'),
      '_rels/.rels': strToU8(
        `<Relationships xmlns="x"><Relationship Id="r1" Type="${main}" Target="word/document.xml"/></Relationships>`,
      ),
      'word/document.xml': strToU8(`<w:document xmlns:w="${word}"><w:body>${paragraph}</w:body></w:document>`),
      'word/media/image1.jpeg': randomBytes(2 * MEGABYTE),
    },
    { level: 0 },
  );
}

/** One unit's visit, step by step as the page asks: opens it, writes, uploads, checks, sends, and reads what is there. */
export async function visit({ caller, title, text, file, think, times, errors }: Visit): Promise<void> {
  const note = (kind: string, ms: number) => times.set(kind, [...(times.get(kind) ?? []), ms]);
  const page = async (path: string) => {
    const { status, ms } = await caller.get(path);
    if (status !== 200) throw new Error(`${path}: ${status}`);
    note('页面', ms);
  };
  const call = async <Output>(kind: string, name: string, input: unknown): Promise<Output> => {
    const { output, ms } = await caller.call<Output>(name, input);
    note(kind, ms);
    return output;
  };
  const read = (name: string, input: unknown = {}) => call('查看', name, input);
  const rest = () => pause(think * (0.5 + Math.random()));
  const id = randomBytes(12).toString('hex');
  const fields: HandInFields = {
    title,
    text,
    publicationId: null,
    author: '张三',
    signer: '李四',
    phone: '6812',
    writtenOn: null,
    urgent: null,
    answers: null,
    commission: null,
  };
  const upload = async () => {
    const path = `/files/drafts/${id}?name=${encodeURIComponent(`${title}.docx`)}`;
    const { status, body, ms } = await caller.post(path, file, 'application/octet-stream');
    if (status !== 200) throw new Error(`upload: ${status} ${body}`);
    note('上传 2 MB', ms);
  };
  const steps: (() => Promise<unknown>)[] = [
    () => page('/'),
    () => Promise.all([read('unit.get'), read('drafts.list')]),
    () => call('存草稿', 'drafts.save', { id, fields: { ...fields, text: text.slice(0, 60) } }),
    () => call('存草稿', 'drafts.save', { id, fields: { ...fields, text: text.slice(0, 200) } }),
    () => call('存草稿', 'drafts.save', { id, fields }),
    upload,
    () => call('报送前检查', 'handIns.check', { id }),
    async () => {
      const receipt = await call<HandInReceipt>('报送（读出附件）', 'handIns.send', { id, fields });
      await rest();
      await read('handIns.get', { id: receipt.id });
    },
    () =>
      Promise.all([
        read('handIns.list', { offset: 0, limit: 50 }),
        read('unit.standing', { from: '2019-01', to: '2019-12' }),
        read('circulars.list'),
      ]),
    () => read('commissions.list'),
    () => read('topics.list'),
  ];
  for (const step of steps) {
    await rest();
    await step().catch((error: unknown) => errors.push(error instanceof Error ? error.message : String(error)));
  }
}
