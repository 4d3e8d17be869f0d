import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { checkPages } from '../../../electron/press/check/index.ts';
import { createPress, nodeFork } from '../../../electron/press/index.ts';
import type { Bulletin } from '../../../shared/domain/bulletin.ts';
import { houseStylePresets, measuresOf } from '../../../shared/page/index.ts';
import { bulletinOf } from '../../support/bulletins.ts';
import { type Office, openOffice } from '../../support/office.ts';
import { pdfPages } from '../../support/pdf.ts';

const press = createPress({ fork: nodeFork() });
let office: Office;
let printed: Map<string, Uint8Array>;

const bulletins = new Map<string, Bulletin>([
  ['000', bulletinOf('000')],
  ...houseStylePresets.map(({ id, style }): [string, Bulletin] => [`001-${id}`, bulletinOf('001', style)]),
]);

beforeAll(async () => {
  office = await openOffice();
  const documents = new Map<string, Uint8Array>();
  for (const [name, bulletin] of bulletins) documents.set(name, await press.docx(bulletin));
  printed = await office.toPdf(documents);
}, 120_000);
afterAll(async () => {
  await press.close();
  await office.close();
});

describe.each([...bulletins])('the DOCX of %s as LibreOffice sets it', (name, bulletin) => {
  const pdf = () => printed.get(name) ?? new Uint8Array();

  test('has the page of its house style', async () => {
    // Word's grid is what a word processor has, whatever grid the printed page stands on.
    const measures = measuresOf({ ...bulletin.style, vertical: 'wordGrid' });
    const { findings, verdict } = await checkPages(pdf(), measures, [], 'office');
    expect(findings.filter(({ severity }) => severity === 'fail')).toEqual([]);
    expect(verdict).toBe('pass');
  });

  test('has the text of the PDF, character by character', async () => {
    const text = async (bytes: Uint8Array) => (await pdfPages(bytes)).join('').replace(/—\d+—/g, '');
    expect(await text(pdf())).toBe(await text(await press.pdf(bulletin)));
  });
});
