import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler';
import { PressError } from '../errors.ts';

/** Workspace of the engine: a name only, all files in it are handed over in memory. */
const WORKSPACE = resolve('/bulletin-desk');
/** Results older than so many compilations are dropped; without it 300 edits of a long issue take 2.5 GB. */
const KEEP = 10;

/** The typesetting engine with the press's templates; everything else of it stays behind this class. */
export class Compiler {
  readonly #engine: NodeCompiler;

  /** @param templates folder of the `.typ` files, read once */
  constructor(fontDirs: readonly string[], templates: URL | string, names: readonly string[]) {
    this.#engine = NodeCompiler.create({ workspace: WORKSPACE, fontArgs: [{ fontPaths: [...fontDirs] }] });
    for (const name of names) {
      const file = typeof templates === 'string' ? resolve(templates, name) : new URL(name, templates);
      this.#engine.addSource(resolve(WORKSPACE, name), readFileSync(file, 'utf8'));
    }
  }

  /** Puts a file where templates can read it. */
  put(name: string, content: string | Uint8Array): void {
    this.#engine.mapShadow(resolve(WORKSPACE, name), Buffer.from(content as Uint8Array));
  }

  remove(name: string): void {
    this.#engine.unmapShadow(resolve(WORKSPACE, name));
  }

  /** PDF/A-2a of a template, tagged. Throws `missingGlyph` where no font has a character. */
  pdf(template: string): Uint8Array {
    return this.#run(() => this.#engine.pdf({ mainFilePath: resolve(WORKSPACE, template) }, { pdfStandard: 'a-2a' }));
  }

  svg(template: string): string {
    return this.#run(() => this.#engine.plainSvg({ mainFilePath: resolve(WORKSPACE, template) }));
  }

  /** Value of the one `<label>` a source text sets. */
  query(source: string, label: string): unknown {
    const [value] = this.#engine.query(
      { mainFileContent: source },
      { selector: `<${label}>`, field: 'value' },
    ) as unknown[];
    return value;
  }

  /**
   * Of `families`, those the engine has; its warnings about the others are the only list of fonts it offers. Nothing is
   * set in them: a glyph would make it read the whole file of each, up to 100 MB.
   */
  installed(families: readonly string[]): Set<string> {
    const main = families.map((family) => `#text(font: ${JSON.stringify(family)}, fallback: false)[]`).join('\n');
    const warnings = this.#engine.compile({ mainFileContent: main }).takeWarnings();
    const unknown = JSON.stringify(warnings?.shortDiagnostics ?? []);
    // The warning names the family in small letters.
    return new Set(families.filter((family) => !unknown.includes(`unknown font family: ${family.toLowerCase()}"`)));
  }

  /** Of `characters`, those the family has no glyph for; those no font has, where `family` is `null`. */
  lacking(family: string | null, characters: string): string[] {
    const main = `#set document(date: datetime(year: 2000, month: 1, day: 1), title: "-")
#set text(${family === null ? '' : `font: ${JSON.stringify(family)}, fallback: false, `}lang: "zh")
#let s = json(bytes(${JSON.stringify(JSON.stringify([characters]))})).first()
#for c in s.clusters() [#c ]`;
    try {
      this.#engine.pdf({ mainFileContent: main }, { pdfStandard: 'a-2u' });
      return [];
    } catch (error) {
      return missingIn(messageOf(error));
    }
  }

  #run<T>(work: () => T): T {
    try {
      return work();
    } catch (error) {
      const message = messageOf(error);
      const missing = missingIn(message);
      if (missing.length === 0) throw new PressError('engine', '排版引擎出错，这一期没有排成', { cause: error });
      const list = missing.slice(0, 10).map((char) => `“${char}”（U+${codeOf(char)}）`);
      throw new PressError('missingGlyph', `字库中没有${list.join('、')}，请改用别的字，或安装含有它的字体`);
    } finally {
      this.#engine.evictCache(KEEP);
    }
  }
}

/** The engine's binding puts its diagnostics into either of two fields. */
const messageOf = (error: unknown) =>
  error instanceof Error ? `${error.message} ${'code' in error ? String(error.code) : ''}` : String(error);
const codeOf = (char: string) => (char.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');

/** Characters named by the engine's “could not be displayed” errors. */
function missingIn(message: string): string[] {
  const found = new Set<string>();
  for (const [, quoted] of message.matchAll(/the text `\\"(.*?)\\"` could not be displayed/g)) {
    const text = (quoted ?? '').replace(/\\+u\{([0-9a-f]+)\}/g, (_, hex: string) =>
      String.fromCodePoint(Number.parseInt(hex, 16)),
    );
    for (const char of text) found.add(char);
  }
  return [...found];
}
