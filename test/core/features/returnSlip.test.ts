import mammoth from 'mammoth';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Actor } from '../../../electron/core/index.ts';
import { formDocx } from '../../../electron/press/index.ts';
import { numberedQuestions, proof, questionsOf } from '../../../shared/text/proof/index.ts';
import { openDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
beforeEach(async () => {
  desk = await openDesk();
});
afterEach(() => desk.close());

const wordsOf = async (bytes: Uint8Array): Promise<string> =>
  (await mammoth.extractRawText({ buffer: Buffer.from(bytes) })).value;

describe('退改单', () => {
  it('asks the unit for figures and days, with their clauses, and leaves marks and characters to the editor', () => {
    const questions = questionsOf(
      proof('做好采购采购工作，，抓好落实。14个项目已复工，占项目总数的77.8%。3月6日至3月2日开展检查。'),
    );
    expect(numberedQuestions(questions).split('\n')).toEqual([
      '1．“占项目总数的77.8%”：缺总数，只有总数18相符（14个÷18），请补充并核实。',
      '2．“3月6日至3月2日开展检查”：“3月6日至3月2日”起止颠倒，请核实。',
    ]);
  });

  it('goes to the unit in Word as the editor sent it, with the day it is wanted', async () => {
    const [person] = await desk.call('people.list', {});
    if (!person) return expect.unreachable();
    const actor: Actor = { personId: person.id, name: person.name, roles: person.roles };
    const text = '区发改委推动复工 14个项目已复工，占项目总数的77.8%。（区发改委）';
    const { submissions } = await desk.call('submissions.paste', { text });
    const id = submissions[0]?.id ?? expect.unreachable();
    expect(await desk.call('proof.questions', { id })).toContain('只有总数18相符');
    await expect(desk.core.files.download(`return-slips/${id}`, actor)).rejects.toMatchObject({ code: 'not-found' });
    const reason = '1．请补充总数。\n2．请核实3月4日的数。';
    await desk.call('submissions.return', { ids: [id], reason, dueDate: '2020-03-09' as never });
    const { name, bytes } = await desk.core.files.download(`return-slips/${id}`, actor);
    const words = await wordsOf(bytes);
    expect(name).toBe('退改单.docx');
    for (const part of ['1．请补充总数。', '2．请核实3月4日的数。', '请于2020年3月9日前改好报送。', '经办人：郝婕'])
      expect(words).toContain(part);
  });
});

describe('forms in Word', () => {
  it('keep what is written in them, marks of XML too, and are the same bytes each time', async () => {
    const form = {
      title: '核稿单',
      date: '2020-03-06' as never,
      facts: [['签发', '郝婕 <&>']] as [string, string][],
      parts: [
        { heading: '核对情况', columns: [{ title: '事项', width: 1 }], rows: [['校对\n错误']], none: '' },
        { heading: '数字', columns: [{ title: '原文', width: 1 }], rows: [], none: '没有' },
      ],
      foot: ['审核：'],
    };
    const words = await wordsOf(formDocx(form));
    for (const part of ['核稿单', '郝婕 <&>', '事项', '校对', '错误', '没有', '审核：']) expect(words).toContain(part);
    expect(formDocx(form)).toEqual(formDocx(form));
  });
});
