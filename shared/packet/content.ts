import type { HandInFields } from '../contract/portal/views.ts';
import type { Timestamp } from '../domain/dates.ts';

/** What a packet (报送包) holds, as JSON: one hand-in of a unit that has no network to the office. */
export interface PacketContent {
  /** Made by the page for each hand-in: the same packet carried twice is received once. */
  key: string;
  /** As typed; the office looks it up in its register. */
  unit: string;
  madeAt: Timestamp;
  /** The receipt is sealed to this key, base64. */
  replyKey: string;
  fields: Pick<HandInFields, 'title' | 'text' | 'publicationId' | 'author' | 'signer' | 'phone' | 'writtenOn'> & {
    urgent: boolean;
  };
  files: { name: string; base64: string }[];
}

/** What the receipt packet (回执包) holds. */
export interface ReceiptContent {
  key: string;
  /** 〔2026〕第12号 */
  number: string;
  at: Timestamp;
  title: string;
  office: string;
  /** What became of it by the time the receipt was made, in words. */
  state: string;
  /** Questions, reason, feedback; empty where there are none. */
  note: string;
}

/** What the office writes into the page it gives out. */
export interface PacketOffice {
  office: string;
  /** Public key of the office, base64. */
  key: string;
  publications: { id: string; name: string }[];
}
