import type { Timestamp } from '../../../shared/domain/dates.ts';
import { fromBase64, toBase64 } from '../../../shared/packet/base64.ts';
import type { PacketContent } from '../../../shared/packet/content.ts';
import { newKeyPair, seal } from '../../../shared/packet/seal.ts';
import { openingOf } from '../../../shared/text/opening.ts';
import { newKey } from '../newKey.ts';
import { type KeptPacket, keptOf } from './kept.ts';

/** What is typed into the page. */
export interface PacketDraft extends Pick<PacketContent, 'unit' | 'fields'> {
  files: File[];
}

/** The packet file, sealed for the office, and what this machine keeps to read its receipt. */
export async function makePacket(
  { unit, fields, files }: PacketDraft,
  officeKey: string,
): Promise<{ bytes: Uint8Array; kept: KeptPacket }> {
  const reply = newKeyPair();
  const content: PacketContent = {
    key: newKey(),
    unit,
    madeAt: new Date().toISOString() as Timestamp,
    replyKey: toBase64(reply.publicKey),
    fields,
    files: await Promise.all(files.map(async (file) => ({ name: file.name, base64: toBase64(await bytesOf(file)) }))),
  };
  const { key, madeAt } = content;
  return {
    bytes: seal('packet', new TextEncoder().encode(JSON.stringify(content)), fromBase64(officeKey)),
    kept: keptOf(
      { key, title: fields.title || openingOf(fields.text, 24) || (files[0]?.name ?? ''), madeAt },
      reply.secretKey,
    ),
  };
}

/** `Blob.arrayBuffer` is younger than the browsers this page is for. */
export function bytesOf(file: Blob): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error);
    reader.readAsArrayBuffer(file);
  });
}
