/** A printed line: pt from the upper left corner of the page as it is seen, `y` on the baseline. */
export interface PdfLine {
  readonly x: number;
  readonly y: number;
  readonly right: number;
  /** Size of its largest type, pt. */
  readonly em: number;
  readonly text: string;
}

export interface PdfPage {
  /** From 1. */
  readonly number: number;
  readonly height: number;
  /** In the order the file gives them, which keeps columns apart; those without a visible character are left out. */
  readonly lines: PdfLine[];
  /** Text that does not run level: watermarks, turned margins. */
  readonly slanted: string;
}

export class PdfError extends Error {
  override readonly name = 'PdfError';
  readonly kind: 'encrypted' | 'damaged' | 'too-long';
  readonly pages: number;

  constructor(kind: PdfError['kind'], pages = 0, options?: ErrorOptions) {
    super(kind, options);
    this.kind = kind;
    this.pages = pages;
  }
}
