import type { Pictures } from '../../engine/protocol.ts';
import { pictureType } from '../pictureType.ts';
import { escapeXml } from './xml.ts';

const EMU_PER_PT = 12_700;

/** Pictures of the document: their bytes, names and relation ids. */
export class Media {
  readonly #pictures: Pictures;
  readonly #used = new Map<string, string>();
  #drawings = 0;

  constructor(pictures: Pictures) {
    this.#pictures = pictures;
  }

  /** An inline drawing of a picture; nothing where its bytes are not there. */
  drawing(hash: string, widthPt: number, heightPt: number, alt: string): string {
    const bytes = this.#pictures[hash];
    if (!bytes) return '';
    const id = this.#used.get(hash) ?? `picture${this.#used.size + 1}`;
    this.#used.set(hash, id);
    const n = ++this.#drawings;
    const size = `cx="${Math.round(widthPt * EMU_PER_PT)}" cy="${Math.round(heightPt * EMU_PER_PT)}"`;
    const name = escapeXml(alt);
    return `<w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent ${size}/><wp:docPr id="${n}" name="图${n}" descr="${name}"/><a:graphic xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"><pic:nvPicPr><pic:cNvPr id="${n}" name="图${n}"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip r:embed="${id}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext ${size}/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing>`;
  }

  relations(): string {
    return [...this.#used]
      .map(
        ([hash, id]) =>
          `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="media/${id}.${pictureType(this.#pictures[hash])}"/>`,
      )
      .join('');
  }

  files(): Record<string, Uint8Array> {
    const files: Record<string, Uint8Array> = {};
    for (const [hash, id] of this.#used) {
      const bytes = this.#pictures[hash];
      if (bytes) files[`word/media/${id}.${pictureType(bytes)}`] = bytes;
    }
    return files;
  }
}

export const mediaTypes = ['png', 'gif', 'jpeg']
  .map((type) => `<Default Extension="${type}" ContentType="image/${type}"/>`)
  .join('');
