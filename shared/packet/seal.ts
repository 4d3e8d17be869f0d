import nacl from 'tweetnacl';

/**
 * Sealed boxes of X25519, XSalsa20 and Poly1305: who holds the public key can seal, only the holder of the secret key
 * can open, and a changed byte is noticed. Pure JavaScript, since WebCrypto is not there in a page opened from a disk, and
 * without BigInt, which browsers of 2018 lack.
 */
export interface KeyPair {
  publicKey: Uint8Array;
  secretKey: Uint8Array;
}

export const newKeyPair = (): KeyPair => nacl.box.keyPair();

/** First bytes of each kind of file, 16 of them. */
const MARKS = { packet: 'BULLETIN-PACKET1', receipt: 'BULLETIN-RECEIPT' } as const;
export type SealedKind = keyof typeof MARKS;
const MARK_LENGTH = 16;
const KEY_LENGTH = nacl.box.publicKeyLength;
const HEAD = MARK_LENGTH + KEY_LENGTH + nacl.box.nonceLength;

/** Mark, the sender's fresh public key, nonce, box. */
export function seal(kind: SealedKind, content: Uint8Array, to: Uint8Array): Uint8Array {
  const from = nacl.box.keyPair();
  const nonce = nacl.randomBytes(nacl.box.nonceLength);
  const box = nacl.box(content, nonce, to, from.secretKey);
  const file = new Uint8Array(HEAD + box.length);
  file.set(asciiBytes(MARKS[kind]), 0);
  file.set(from.publicKey, MARK_LENGTH);
  file.set(nonce, MARK_LENGTH + KEY_LENGTH);
  file.set(box, HEAD);
  return file;
}

export function isSealed(kind: SealedKind, file: Uint8Array): boolean {
  const mark = asciiBytes(MARKS[kind]);
  return file.length >= HEAD && mark.every((byte, i) => file[i] === byte);
}

/** `null` where it was sealed for another key, or a byte of it was changed. */
export function unseal(kind: SealedKind, file: Uint8Array, key: Uint8Array): Uint8Array | null {
  if (!isSealed(kind, file)) return null;
  const from = file.subarray(MARK_LENGTH, MARK_LENGTH + KEY_LENGTH);
  const nonce = file.subarray(MARK_LENGTH + KEY_LENGTH, HEAD);
  return nacl.box.open(file.subarray(HEAD), nonce, from, key);
}

const asciiBytes = (text: string): Uint8Array => Uint8Array.from(text, (char) => char.charCodeAt(0));
