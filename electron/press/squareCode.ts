import { Ecc, QrCode } from '@rc-component/qrcode/lib/libs/qrcodegen.js';

/** A text as a square code (QR) that survives a crease: its cells row by row, true where dark. */
export const squareCode = (text: string): boolean[][] => QrCode.encodeText(text, Ecc.MEDIUM).getModules();
