import { z } from 'zod';
import type { Readable, Writable } from '../../db/open.ts';
import { fromJson, toJson } from '../../json.ts';

const KEY = 'proof.whiteList';
const listSchema = z.array(z.string());

/** Passages the office declared right, oldest first. */
export function readWhiteList(r: Readable): string[] {
  const row = r.get<{ value: string }>('SELECT value FROM settings WHERE key = ?', [KEY]);
  return row ? fromJson(listSchema, row.value) : [];
}

export function writeWhiteList(w: Writable, passages: readonly string[]): void {
  w.run('INSERT INTO settings (key, value) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET value = excluded.value', [
    KEY,
    toJson(passages),
  ]);
  w.touch('office');
}
