import type { CodeSlips } from '../../../../shared/domain/codeSlips.ts';
import { toIsoDate } from '../../../../shared/domain/dates.ts';
import { type Desk, newId } from '../../context.ts';
import { CoreError } from '../../errors.ts';
import type { Download } from '../files.ts';
import { readOffice } from '../office/office.ts';

/** Slips on their way to the printer: in memory only, since a code is stored nowhere but as its hash. */
export interface SlipsToPrint {
  keep(slips: CodeSlips): string;
  get(id: string): CodeSlips | null;
}

/** Long enough to find paper, ms. */
const KEPT = 30 * 60_000;
const MOST = 20;

/** `monotonic` counts up in ms. */
export function createSlipsToPrint(monotonic: () => number): SlipsToPrint {
  const kept = new Map<string, { slips: CodeSlips; at: number }>();
  const sweep = () => {
    for (const [id, { at }] of kept) if (monotonic() - at > KEPT || kept.size > MOST) kept.delete(id);
  };
  return {
    keep(slips) {
      const id = newId();
      kept.set(id, { slips, at: monotonic() });
      sweep();
      return id;
    },
    get(id) {
      sweep();
      return kept.get(id)?.slips ?? null;
    },
  };
}

/** With the address the page has now. */
export function slipsOf(desk: Desk, slips: CodeSlips['slips']): CodeSlips {
  const state = desk.portalState();
  return {
    office: desk.db.read(readOffice)?.name ?? '',
    date: toIsoDate(desk.clock()),
    url: state.kind === 'on' ? (state.urls[0] ?? null) : null,
    slips,
  };
}

/** Throws `not-found` once they are gone. */
export async function slipsFile(desk: Desk, id: string): Promise<Download> {
  const slips = desk.slips.get(id);
  if (!slips) throw new CoreError('not-found', { what: '这些密码单（只留半小时，请重新发密码）' });
  return { name: '报送端密码单.pdf', bytes: await desk.press.slips(slips), type: 'application/pdf' };
}
