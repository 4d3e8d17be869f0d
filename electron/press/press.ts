import type { FontRoleReport } from '../../shared/contract/views.ts';
import type { Bulletin } from '../../shared/domain/bulletin.ts';
import type { WorkbookSheet } from '../../shared/domain/circular/workbook.ts';
import type { CodeSlips } from '../../shared/domain/codeSlips.ts';
import type { DistributionSheet } from '../../shared/domain/distributionSheet.ts';
import type { LabelWish } from '../../shared/page/labels.ts';
import type { SheetKind } from '../../shared/page/sheetMeasures.ts';
import { refuseUnprintable } from './admission.ts';
import type { CheckResult } from './check/index.ts';
import type { EnginePdf, GlyphReport, Pictures, PressPreview, PreviewRequest, StrayGlyphs } from './engine/protocol.ts';
import { EngineHost } from './engineHost.ts';
import { PressError } from './errors.ts';
import { docx } from './export/docx.ts';
import { html } from './export/html.ts';
import { sheetXlsx } from './export/sheetXlsx.ts';
import { txt } from './export/txt.ts';
import { workbookXlsx } from './export/workbookXlsx.ts';
import type { ForkChild } from './fork.ts';
import { squareCode } from './squareCode.ts';

export interface PressOptions {
  fork: ForkChild;
  /** Folders searched for fonts besides the system's; by default the project's own cache. */
  fontDirs?: readonly string[];
  /** Folder of the `.typ` templates where they do not lie beside the engine's entry. */
  templates?: string;
  /** Bytes of a stored picture, or `null` when there are none. */
  picture?: (hash: string) => Promise<Uint8Array | null>;
  memoryLimit?: number;
  patience?: number;
}

export interface PressedPdf {
  bytes: Uint8Array;
  pages: number;
  /** Characters the wanted face lacks and another one sets. */
  strayGlyphs: StrayGlyphs[];
  check: CheckResult;
}

export interface PreviewOptions extends Partial<Pick<PreviewRequest, 'only'>> {
  /** Whose preview this is: a newer one takes the place of an older one still waiting. */
  lane?: string;
}

/** The press: bulletins in, pages and files out. Rejects with `PressError`. */
export interface Press {
  /** Font roles with what they are set in here. */
  fonts(): Promise<FontRoleReport[]>;
  /** PDF/A-2a, dated with the date: the same bytes for the same bulletin and fonts. */
  pdf(bulletin: Bulletin): Promise<Uint8Array>;
  /**
   * The same, with what the export's report needs: stray characters, and the checker's verdict on the pages made.
   * `proof` stands above every page of what has not been signed (清样), here and in the other files.
   */
  pressedPdf(bulletin: Bulletin, proof?: string | null): Promise<PressedPdf>;
  /**
   * Copies `from` to `to` in one PDF, each with its 份号 and each beginning on a front side: a print room prints it once,
   * on both sides, and lifts the copies off in order.
   */
  copiesPdf(bulletin: Bulletin, from: number, to: number, proof?: string | null): Promise<Uint8Array>;
  /** Characters the faces lack, before anything is exported. */
  glyphs(bulletin: Bulletin): Promise<GlyphReport>;
  /** The pages as they will be printed; pages whose hash is in `known`, and those not asked for, without their drawing. */
  preview(bulletin: Bulletin, known: readonly string[], options?: PreviewOptions): Promise<PressPreview>;
  docx(bulletin: Bulletin, proof?: string | null): Promise<Uint8Array>;
  txt(bulletin: Bulletin, proof?: string | null): Uint8Array;
  /** One file of HTML with its pictures, for the intranet. */
  html(bulletin: Bulletin, proof?: string | null): Promise<Uint8Array>;
  /** 分发单, 签收单. */
  sheetXlsx(sheet: DistributionSheet, kind: SheetKind): Promise<Uint8Array>;
  workbookXlsx(sheets: readonly WorkbookSheet[]): Promise<Uint8Array>;
  sheetPdf(sheet: DistributionSheet, kind: SheetKind): Promise<Uint8Array>;
  /** Labels on sheets of a kind, or envelopes. */
  labelsPdf(sheet: DistributionSheet, wish: LabelWish): Promise<Uint8Array>;
  /** From now on pictures are read there. */
  readPicturesFrom(stored: NonNullable<PressOptions['picture']>): void;
  /** Slips of units' codes, to be cut apart. */
  slipsPdf(slips: CodeSlips): Promise<Uint8Array>;
  /** Ends the engine's process. */
  close(): Promise<void>;
}

/** A grey dot as PNG: stands in a preview for a picture whose bytes are not there. */
const GREY = new Uint8Array(
  Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR42mM4DwAA0QDQelCi0gAAAABJRU5ErkJggg==', 'base64'),
);

const MEMORY_LIMIT = 600 * 1024 * 1024;
const PATIENCE = 60_000;

export function createPress(options: PressOptions): Press {
  const host = new EngineHost({
    fork: options.fork,
    fontDirs: options.fontDirs ?? ['.cache/fonts'],
    templates: options.templates ?? null,
    memoryLimit: options.memoryLimit ?? MEMORY_LIMIT,
    patience: options.patience ?? PATIENCE,
  });

  let picture = options.picture;

  async function pressedPdf(bulletin: Bulletin, proof: string | null = null): Promise<PressedPdf> {
    const { stray } = await host.ask('glyphs', { bulletin });
    const { bytes, pages, measures, mixed } = await enginePdf(bulletin, proof);
    const check = await host.ask('check', { pdf: bytes, measures, mixed });
    return { bytes, pages, strayGlyphs: stray, check };
  }

  async function enginePdf(bulletin: Bulletin, proof: string | null): Promise<EnginePdf> {
    refuseUnprintable(bulletin);
    return host.ask('pdf', { bulletin, pictures: await pictures(bulletin), proof });
  }

  async function pictures(bulletin: Bulletin, absent: 'refuse' | 'grey' = 'refuse'): Promise<Pictures> {
    const found: Pictures = {};
    for (const block of bulletin.entries.flatMap((entry) => entry.body)) {
      if (block.kind !== 'picture' || found[block.hash]) continue;
      const bytes = (await picture?.(block.hash)) ?? (absent === 'grey' ? GREY : null);
      if (!bytes)
        throw new PressError('missingPicture', `图片“${block.caption ?? block.hash.slice(0, 8)}”找不到了，请重新插入`);
      found[block.hash] = bytes;
    }
    return found;
  }

  return {
    fonts: () => host.ask('fonts', null),
    pdf: async (bulletin) => (await enginePdf(bulletin, null)).bytes,
    pressedPdf,
    copiesPdf: async (bulletin, from, to, proof = null) => {
      refuseUnprintable(bulletin);
      return host.ask('copiesPdf', { bulletin, pictures: await pictures(bulletin), from, to, proof });
    },
    glyphs: (bulletin) => host.ask('glyphs', { bulletin }),
    preview: async (bulletin, known, { only = null, lane = 'preview' } = {}) =>
      host.ask('preview', { bulletin, pictures: await pictures(bulletin, 'grey'), known, only }, lane),
    docx: async (bulletin, proof) => {
      refuseUnprintable(bulletin);
      return docx(bulletin, await pictures(bulletin), proof);
    },
    txt: (bulletin, proof) => {
      refuseUnprintable(bulletin);
      return txt(bulletin, proof);
    },
    html: async (bulletin, proof) => {
      refuseUnprintable(bulletin);
      return html(bulletin, await pictures(bulletin), proof);
    },
    sheetXlsx,
    workbookXlsx,
    sheetPdf: (sheet, kind) => host.ask('sheetPdf', { sheet, kind }),
    readPicturesFrom(stored) {
      picture = stored;
    },
    labelsPdf: (sheet, wish) => host.ask('labelsPdf', { sheet, wish }),
    slipsPdf: (slips) => host.ask('slipsPdf', { slips, square: slips.url === null ? null : squareCode(slips.url) }),
    close: () => host.close(),
  };
}
