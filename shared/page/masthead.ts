import type { Bulletin } from '../domain/bulletin.ts';
import { formatDate } from '../domain/dates.ts';
import { printable } from './compose/characters.ts';
import { fitHeading, widthOf } from './heading.ts';
import { type Measures, PT_PER_MM, themePitch } from './measures.ts';

/** The masthead (报头): texts as printed, and tops of their em boxes below the top of the type area, pt. */
export interface MastheadLayout {
  name: string;
  namePt: number;
  nameGapPt: number;
  nameTopPt: number;
  /** 第19期, with （总第512期） after it where printed. */
  issue: string;
  issueTopPt: number;
  office: string;
  date: string;
  officeTopPt: number;
  ruleTopPt: number;
  secrecy: string | null;
  copyNumber: string | null;
}

/** The theme heading, centred in its slots below the masthead. */
export interface ThemeLayout {
  lines: string[];
  pt: number;
  pitchPt: number;
  slots: number;
}

export function layMasthead(bulletin: Bulletin, measures: Measures): MastheadLayout {
  const { masthead } = bulletin;
  const {
    slots,
    linePt,
    namePt: wantedPt,
    nameTopMm,
    nameRise,
    nameGapEm,
    nameInsetMm,
    issueLines,
    officeLines,
    ruleLines,
  } = measures.masthead;
  const top = (linesAboveFoot: number) => Math.max(0, slots * measures.pitchPt - linesAboveFoot * linePt);
  const name = printable(masthead.name).trim();
  const characters = Math.max(1, widthOf(name));
  const room = (measures.area.widthMm - nameInsetMm) * PT_PER_MM;
  const above = top(issueLines);
  const namePt = Math.max(measures.bodyPt, Math.min(wantedPt, room / characters, above * nameRise));
  const nameGapPt = characters > 1 ? Math.min(nameGapEm * namePt, (room - characters * namePt) / (characters - 1)) : 0;
  const total = masthead.totalText?.trim();
  return {
    name,
    namePt,
    nameGapPt: Math.max(0, nameGapPt),
    nameTopPt: Math.min(nameTopMm * PT_PER_MM, (above - namePt) * nameRise),
    issue: printable(masthead.issueText).trim() + (total ? `（${printable(total)}）` : ''),
    issueTopPt: above,
    office: printable(masthead.office).trim(),
    date: formatDate(masthead.date),
    officeTopPt: top(officeLines),
    ruleTopPt: top(ruleLines),
    secrecy: printed(masthead.secrecy),
    copyNumber: printed(masthead.copyNumber),
  };
}

export function layTheme(bulletin: Bulletin, measures: Measures): ThemeLayout | null {
  const lines = bulletin.theme.map((line) => printable(line).trim()).filter((line) => line !== '');
  if (lines.length === 0) return null;
  const width = measures.area.widthMm * PT_PER_MM;
  const { sizesPt, slots } = measures.theme;
  const maxLines = Math.max(1, Math.floor((slots * measures.pitchPt) / themePitch(measures, sizesPt[0] ?? 0)));
  const fitted = fitHeading(lines, sizesPt, width, maxLines);
  const pitchPt = themePitch(measures, fitted.pt);
  // A theme longer than its slots takes more of them rather than run into the text.
  return { ...fitted, pitchPt, slots: Math.max(slots, Math.ceil((fitted.lines.length * pitchPt) / measures.pitchPt)) };
}

const printed = (text: string | null) => (text?.trim() ? printable(text).trim() : null);
