/** A PDF of these page contents (operators), with a Latin font `F1` and a Chinese font `F2` that no file embeds. */
export function pdf(contents: readonly string[], { info = '' }: { info?: string } = {}): Uint8Array {
  const pageIds = contents.map((_, index) => 10 + index * 2);
  const objects = new Map<number, string>([
    [1, '<< /Type /Catalog /Pages 2 0 R >>'],
    [2, `<< /Type /Pages /Count ${contents.length} /Kids [${pageIds.map((id) => `${id} 0 R`).join(' ')}] >>`],
    [3, '<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>'],
    [4, '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /GBK-EUC-H /DescendantFonts [5 0 R] >>'],
    [
      5,
      '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> /FontDescriptor 6 0 R /DW 1000 >>',
    ],
    [
      6,
      '<< /Type /FontDescriptor /FontName /STSong-Light /Flags 6 /FontBBox [-25 -254 1000 880] /ItalicAngle 0 /Ascent 880 /Descent -120 /CapHeight 880 /StemV 93 >>',
    ],
  ]);
  contents.forEach((content, index) => {
    const id = 10 + index * 2;
    objects.set(
      id,
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents ${id + 1} 0 R >>`,
    );
    objects.set(id + 1, `<< /Length ${content.length} >>\nstream\n${content}\nendstream`);
  });
  return assemble(objects, info);
}

/** `text` at a place in pt from the lower left corner; Chinese is given as GBK in hexadecimal. */
export const put = (x: number, y: number, size: number, text: string): string => {
  const chinese = /^<[\da-f]+>$/i.test(text);
  return `BT /${chinese ? 'F2' : 'F1'} ${size} Tf ${x} ${y} Td ${chinese ? text : `(${text})`} Tj ET\n`;
};

function assemble(objects: ReadonlyMap<number, string>, info: string): Uint8Array {
  let file = `%PDF-1.4\n${info}`;
  const offsets = new Map<number, number>();
  for (const [id, body] of objects) {
    offsets.set(id, file.length);
    file += `${id} 0 obj\n${body}\nendobj\n`;
  }
  const count = Math.max(...objects.keys()) + 1;
  const rows = Array.from({ length: count }, (_, id) => {
    const offset = offsets.get(id);
    return offset === undefined ? '0000000000 65535 f \n' : `${String(offset).padStart(10, '0')} 00000 n \n`;
  });
  const start = file.length;
  file += `xref\n0 ${count}\n${rows.join('')}trailer\n<< /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`;
  return Buffer.from(file, 'latin1');
}
