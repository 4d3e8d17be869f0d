import { z } from 'zod';

/** How the department page (报送端) is served and what it allows; kept with the office's settings. */
export const portalSettingsSchema = z.object({
  on: z.boolean(),
  port: z.int().min(1024).max(65535),
  /** HTTPS with the office's own certificate; `null` is plain HTTP on the office network. */
  tls: z.object({ certFile: z.string().trim().min(1).max(500), keyFile: z.string().trim().min(1).max(500) }).nullable(),
  /** Ordinary hand-ins a unit may send a day; `null` sets no limit. */
  dailyCap: z.int().min(1).max(100).nullable(),
  /** Minutes within which the first report of an urgent matter is due (首报). */
  urgentMinutes: z
    .int()
    .min(5)
    .max(24 * 60),
});
export type PortalSettings = z.infer<typeof portalSettingsSchema>;

/** 30 minutes is what two of the offices' rules found ask for; each office sets its own. */
export const defaultPortalSettings: PortalSettings = {
  on: false,
  port: 17500,
  tls: null,
  dailyCap: null,
  urgentMinutes: 30,
};

/** Letters and digits that are not mistaken for one another on a printed slip. */
const CODE_LETTERS = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const CODE_LENGTH = 12;

/**
 * The code on a unit's slip from random bytes, four by four: `7KQM-2XHD-9TRA` (about 59 bits).
 * @param random at least 24 random bytes; more is used where some are rejected
 */
export function slipCode(random: (count: number) => Uint8Array): string {
  let letters = '';
  // Bytes past the last whole multiple would make the first letters likelier.
  const fair = 256 - (256 % CODE_LETTERS.length);
  while (letters.length < CODE_LENGTH)
    for (const byte of random(CODE_LENGTH))
      if (byte < fair && letters.length < CODE_LENGTH) letters += CODE_LETTERS.charAt(byte % CODE_LETTERS.length);
  return letters.replace(/(.{4})(?=.)/g, '$1-');
}

/** A code as typed: hyphens, blanks and small letters do not matter in a slip's code. */
export function normaliseCode(typed: string): string {
  const bare = typed.replace(/[\s\u3000-]/g, '').toUpperCase();
  return bare.length === CODE_LENGTH && [...bare].every((letter) => CODE_LETTERS.includes(letter)) ? bare : typed;
}

/** A code a unit chooses for itself. */
export const ownCodeSchema = z.string().min(8, '新密码至少 8 位').max(64);
