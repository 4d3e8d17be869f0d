/** Pictures that came with a submission: told by their first bytes, never by their names. */
export type PictureType = 'png' | 'jpeg' | 'gif' | 'webp' | 'bmp';

/** What the press sets and Word takes; the others are shown only. */
export const isPrintable = (type: PictureType): boolean => type === 'png' || type === 'jpeg' || type === 'gif';

/** `null` for anything else: drawings of Word (EMF, WMF), TIFF, SVG, which may hold a script. */
export function pictureTypeOf(bytes: Uint8Array): PictureType | null {
  const at = (offset: number, ...values: number[]) => values.every((value, i) => bytes[offset + i] === value);
  if (at(0, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)) return 'png';
  if (at(0, 0xff, 0xd8, 0xff)) return 'jpeg';
  if (at(0, 0x47, 0x49, 0x46, 0x38)) return 'gif';
  if (at(0, 0x52, 0x49, 0x46, 0x46) && at(8, 0x57, 0x45, 0x42, 0x50)) return 'webp';
  // Two letters alone begin many a text: the header's size must be one that exists.
  if (at(0, 0x42, 0x4d) && [12, 40, 52, 56, 64, 108, 124].includes(bytes[14] ?? 0) && at(15, 0, 0, 0)) return 'bmp';
  return null;
}

/** Width and height in pixels, where the head of the file says so. */
export function pictureSizeOf(bytes: Uint8Array): [width: number, height: number] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const size = sizeIn(view, pictureTypeOf(bytes));
  return size !== null && size[0] > 0 && size[1] > 0 ? size : null;
}

function sizeIn(view: DataView, type: PictureType | null): [number, number] | null {
  if (view.byteLength < 30) return null;
  switch (type) {
    case 'png':
      return [view.getUint32(16), view.getUint32(20)];
    case 'gif':
      return [view.getUint16(6, true), view.getUint16(8, true)];
    case 'bmp':
      return view.getUint8(14) === 12
        ? [view.getUint16(18, true), view.getUint16(20, true)]
        : [view.getInt32(18, true), Math.abs(view.getInt32(22, true))];
    case 'jpeg':
      return jpegSize(view);
    case 'webp':
    case null:
      return null;
    default:
      return type satisfies never;
  }
}

/** From the frame's head (ITU-T T.81 B.2.2), past the segments before it. */
function jpegSize(view: DataView): [number, number] | null {
  for (let at = 2; at + 9 < view.byteLength; ) {
    if (view.getUint8(at) !== 0xff) return null;
    const mark = view.getUint8(at + 1);
    if (mark === 0xff) {
      at += 1;
      continue;
    }
    const isFrame = mark >= 0xc0 && mark <= 0xcf && mark !== 0xc4 && mark !== 0xc8 && mark !== 0xcc;
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)];
    at += 2 + view.getUint16(at + 2);
  }
  return null;
}
