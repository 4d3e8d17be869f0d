import { getDocument, VerbosityLevel } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** The text of each page of a PDF as a reader's copy gives it, white space aside. */
export async function pdfPages(pdf: Uint8Array): Promise<string[]> {
  const task = getDocument({ data: new Uint8Array(pdf), verbosity: VerbosityLevel.ERRORS });
  const document = await task.promise;
  const pages: string[] = [];
  for (let n = 1; n <= document.numPages; n++) {
    const { items } = await (await document.getPage(n)).getTextContent();
    const lines: Item[][] = [];
    for (const item of items) {
      if (!('str' in item)) continue;
      const line = lines.at(-1);
      if (line?.[0] && Math.abs(yOf(line[0]) - yOf(item)) < 1) line.push(item);
      else lines.push([item]);
    }
    // A character set by a fallback face comes after its line in the file, and where it stands on the page.
    const inOrder = lines.flatMap((line) => line.sort((a, b) => xOf(a) - xOf(b)));
    pages.push(
      inOrder
        .map(({ str }) => str)
        .join('')
        .replace(/\s/g, ''),
    );
  }
  await task.destroy();
  return pages;
}

interface Item {
  str: string;
  transform: unknown[];
}
const xOf = ({ transform }: Item) => Number(transform[4]);
const yOf = ({ transform }: Item) => Number(transform[5]);
