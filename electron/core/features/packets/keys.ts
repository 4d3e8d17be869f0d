import { z } from 'zod';
import { fromBase64, toBase64 } from '../../../../shared/packet/base64.ts';
import { type KeyPair, newKeyPair } from '../../../../shared/packet/seal.ts';
import type { Readable, Writable } from '../../db/open.ts';
import { fromJson, toJson } from '../../json.ts';

const keysSchema = z.object({ publicKey: z.string(), secretKey: z.string() });

/** The office's keys for packets; `null` before the first page for them was given out. */
export function readKeys(r: Readable): KeyPair | null {
  const row = r.get<{ value: string }>(`SELECT value FROM settings WHERE key = 'packet-keys'`);
  if (!row) return null;
  const { publicKey, secretKey } = fromJson(keysSchema, row.value);
  return { publicKey: fromBase64(publicKey), secretKey: fromBase64(secretKey) };
}

/** Made once and kept: pages given out years ago must still be understood. */
export function ensureKeys(w: Writable): KeyPair {
  const kept = readKeys(w);
  if (kept) return kept;
  const keys = newKeyPair();
  w.run(`INSERT INTO settings (key, value) VALUES ('packet-keys', ?)`, [
    toJson({ publicKey: toBase64(keys.publicKey), secretKey: toBase64(keys.secretKey) }),
  ]);
  return keys;
}
