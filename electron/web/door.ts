import type { Capabilities } from '../../shared/contract/views.ts';
import type { Entry, Sessions } from './session.ts';

/**
 * How requests reach `handle` and what the host behind it can do. The Electron window and the browser workstation differ
 * in this alone; nothing asks which of them it is.
 */
export interface Door {
  /** Scheme and host of our own pages, all spellings: `http://127.0.0.1:17419`, `app://desk`. */
  readonly origins: readonly string[];
  /** Every request that writes carries `Origin` or `Sec-Fetch-Site`; custom schemes promise neither. */
  readonly sendsOrigin: boolean;
  readonly sessions: Sessions;
  /** How a new window gets a session; `null` where every window has one already. */
  readonly entry: Entry | null;
  readonly capabilities: Capabilities;
}

/** The spellings of this machine under which a page of ours may be opened. Whatever else leads here is DNS rebinding. */
const LOOPBACK = ['127.0.0.1', 'localhost', '[::1]'];

export const loopbackOrigins = (port: number): string[] =>
  LOOPBACK.map((host) => new URL(`http://${host}:${port}`).origin);
