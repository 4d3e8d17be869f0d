import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { keptOf, readReceipt } from '../../../renderer/submit/packet/kept.ts';
import type { IntakeResult } from '../../../shared/contract/views.ts';
import { fromBase64, toBase64 } from '../../../shared/packet/base64.ts';
import type { PacketContent, PacketOffice } from '../../../shared/packet/content.ts';
import { newKeyPair, seal } from '../../../shared/packet/seal.ts';
import { addUnit, openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk({ packetPage: async () => '<script id="office">"__PACKET_OFFICE__"</script>' });
  await addUnit(desk, '区审计局', '上街区审计局');
});
afterEach(() => desk.close());

const download = (path: string) => desk.core.files.download(path, desk.actor);
const text = (bytes: Uint8Array) => new TextDecoder().decode(bytes);

/** What the page given out knows of the office. */
async function office(): Promise<PacketOffice> {
  const page = text((await download('packet-page.html')).bytes);
  return JSON.parse(page.replace(/<\/?script[^>]*>/g, '')) as PacketOffice;
}

const reply = newKeyPair();
const content = (more: Partial<PacketContent> = {}): PacketContent => ({
  key: 'packet-1',
  unit: '上街区审计局',
  madeAt: '2020-03-05T08:00:00.000Z' as never,
  replyKey: toBase64(reply.publicKey),
  fields: {
    title: '审计整改见实效',
    text: '发现问题12个，已整改10个。',
    publicationId: null,
    author: '张三',
    signer: '李四',
    phone: '6812',
    writtenOn: null,
    urgent: false,
  },
  files: [],
  ...more,
});
const packed = async (more: Partial<PacketContent> = {}) =>
  seal('packet', new TextEncoder().encode(JSON.stringify(content(more))), fromBase64((await office()).key));
const drop = (bytes: Uint8Array, name = '报送包.bsb'): Promise<IntakeResult> =>
  desk.core.intakeFile({ name, bytes }, desk.actor);

describe('a packet carried by hand', () => {
  it('is filed as the unit’s hand-in when dropped, with its files read', async () => {
    const file = {
      name: '麦收.txt',
      base64: toBase64(new TextEncoder().encode('峡窝镇完成麦收 亩产1050斤。（峡窝镇）\n')),
    };
    const { submissions, alreadyReceivedAt } = await drop(await packed({ files: [file] }));
    expect(submissions.map(({ department, fileName }) => [department, fileName])).toEqual([
      ['区审计局', null],
      ['区审计局', '麦收.txt'],
    ]);
    expect(alreadyReceivedAt).toBeNull();
  });

  it('is received once, also when made again by another sealing or dropped under another name', async () => {
    await drop(await packed());
    const again = await drop(await packed(), '另一个名字.bsb');
    expect(again.alreadyReceivedAt).toBe('2020-03-06T02:00:00.000Z');
    expect(again.submissions).toHaveLength(1);
    const { total } = await desk.call('submissions.list', {
      state: null,
      search: '',
      departmentId: null,
      offset: 0,
      limit: 9,
    });
    expect(total).toBe(1);
  });

  it('with one bit changed, cut, or sealed for another office is refused and named', async () => {
    const whole = await packed();
    const flipped = whole.slice();
    flipped[whole.length - 3] = (flipped[whole.length - 3] ?? 0) ^ 1;
    const foreign = seal('packet', new TextEncoder().encode(JSON.stringify(content())), newKeyPair().publicKey);
    for (const bytes of [flipped, whole.slice(0, -1), whole.slice(0, 80), foreign])
      await expect(drop(bytes)).rejects.toMatchObject({ code: 'packet-foreign', params: { file: '报送包.bsb' } });
  });

  it('of a unit the office does not know is refused with its name, and what is no packet content too', async () => {
    await expect(drop(await packed({ unit: '无此单位' }))).rejects.toMatchObject({
      code: 'packet-unknown-unit',
      params: { unit: '无此单位' },
    });
    const nonsense = seal('packet', new TextEncoder().encode('{"key":1}'), fromBase64((await office()).key));
    await expect(drop(nonsense)).rejects.toMatchObject({ code: 'packet-damaged' });
  });

  it('cannot be read without the office’s secret, which the page does not hold', async () => {
    expect(text(await packed())).not.toContain('审计');
    expect(Object.keys(await office())).toEqual(['office', 'key', 'publications']);
  });
});

describe('the receipt packet', () => {
  it('tells the unit that made the packet, and nobody else, its number and what became of it', async () => {
    const { submissions } = await drop(await packed());
    const id = submissions[0]?.id ?? expect.unreachable();
    await desk.call('submissions.return', { ids: [id], reason: '请核实总数', dueDate: null });
    const thread = await desk.call('portal.thread', { submissionId: id });
    const { bytes } = await download(`receipts/${thread?.handIn.id}`);
    const kept = keptOf({ key: 'packet-1', title: '', madeAt: '' }, reply.secretKey);
    expect(readReceipt(bytes, [kept])).toMatchObject({
      key: 'packet-1',
      number: '〔2020〕第1号',
      state: '退改',
      note: '请核实总数',
    });
    expect(readReceipt(bytes, [keptOf({ key: 'x', title: '', madeAt: '' }, newKeyPair().secretKey)])).toBeNull();
  });

  it('is not made for what came over the network', async () => {
    await expect(download('receipts/never-was')).rejects.toMatchObject({ code: 'not-found' });
  });
});
