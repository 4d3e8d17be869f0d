import { fromBase64, toBase64 } from '../../../shared/packet/base64.ts';
import type { ReceiptContent } from '../../../shared/packet/content.ts';
import { unseal } from '../../../shared/packet/seal.ts';

/** A packet made on this machine: what is needed to read its receipt. */
export interface KeptPacket {
  key: string;
  title: string;
  madeAt: string;
  /** Base64. */
  secretKey: string;
  receipt: ReceiptContent | null;
}

const PLACE = 'bulletin-packets';

/** Kept by this browser for this page; where it keeps nothing, packets can be made but their receipts not read. */
export function keptPackets(): KeptPacket[] {
  try {
    return JSON.parse(localStorage.getItem(PLACE) ?? '[]') as KeptPacket[];
  } catch {
    return [];
  }
}

/** @returns whether it was kept */
export function keepPackets(packets: readonly KeptPacket[]): boolean {
  try {
    localStorage.setItem(PLACE, JSON.stringify(packets));
    return true;
  } catch {
    return false;
  }
}

export const keptOf = (
  { key, title, madeAt }: Pick<KeptPacket, 'key' | 'title' | 'madeAt'>,
  secretKey: Uint8Array,
): KeptPacket => ({ key, title, madeAt, secretKey: toBase64(secretKey), receipt: null });

/** Opens a receipt with the key of the packet it belongs to; `null` where none of this machine's is. */
export function readReceipt(file: Uint8Array, packets: readonly KeptPacket[]): ReceiptContent | null {
  for (const { secretKey } of packets) {
    const bytes = unseal('receipt', file, fromBase64(secretKey));
    if (bytes) return JSON.parse(new TextDecoder().decode(bytes)) as ReceiptContent;
  }
  return null;
}
