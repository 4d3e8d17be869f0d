import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join, posix } from 'node:path';
import { type Module, parseModule, type Reference } from './parse.ts';

/** Folders of the checkout that hold sources; configuration files lie beside them. */
const SOURCE_FOLDERS = ['shared', 'electron', 'renderer', 'build', 'test'];
const SOURCE_FILE = /\.(?:ts|tsx|mts|cts|js|jsx|mjs|cjs)$/;

export type Graph = {
  /** Every source file on disk, as a path with `/` below the checkout. */
  readonly files: readonly string[];
  readonly modules: ReadonlyMap<string, Module>;
  /** Where each reference of a file leads. */
  readonly edges: ReadonlyMap<string, readonly Edge[]>;
};

export type Edge = Reference & {
  readonly target:
    | { readonly kind: 'module'; readonly file: string }
    | { readonly kind: 'asset'; readonly file: string }
    | { readonly kind: 'package'; readonly name: string }
    | { readonly kind: 'node'; readonly name: string }
    | { readonly kind: 'missing' };
};

/** Lists the source files of a checkout and reads each. */
export function readGraph(root: string): Graph {
  const files = listSources(root);
  const modules = new Map(files.map((file) => [file, parseModule(file, readFileSync(join(root, file), 'utf8'))]));
  const known = new Set(files);
  const edges = new Map(
    [...modules].map(([file, module]) => [
      file,
      module.references.map((reference): Edge => ({ ...reference, target: resolve(root, file, reference, known) })),
    ]),
  );
  return { files, modules, edges };
}

/** Files that can be reached from `entries`; a module used only for its types is used, too. */
export function reach(graph: Graph, entries: readonly string[]): Set<string> {
  const reached = new Set<string>();
  const open = [...entries];
  for (let file = open.pop(); file !== undefined; file = open.pop()) {
    if (reached.has(file)) continue;
    reached.add(file);
    for (const edge of graph.edges.get(file) ?? []) {
      if (edge.target.kind === 'module') open.push(edge.target.file);
    }
  }
  return reached;
}

/** Module scripts that an HTML page of the renderer loads. */
export function pageScripts(root: string): string[] {
  const pages = walk(root, 'renderer').filter((file) => file.endsWith('.html'));
  return pages.flatMap((page) => {
    const html = readFileSync(join(root, page), 'utf8');
    return [...html.matchAll(/<script[^>]*\bsrc="([^"]+)"/g)].map(([, src = '']) =>
      src.startsWith('/') ? `renderer${src}` : posix.join(posix.dirname(page), src),
    );
  });
}

function listSources(root: string): string[] {
  const beside = readdirSync(root).filter((name) => SOURCE_FILE.test(name) && statSync(join(root, name)).isFile());
  const inside = SOURCE_FOLDERS.flatMap((folder) => walk(root, folder)).filter((file) => SOURCE_FILE.test(file));
  return [...beside, ...inside.filter((file) => !file.startsWith('test/fixtures/'))].sort();
}

function walk(root: string, folder: string): string[] {
  if (!existsSync(join(root, folder))) return [];
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return entry.name === 'node_modules' ? [] : walk(root, path);
    return [path];
  });
}

function resolve(
  root: string,
  from: string,
  { specifier, kind }: Reference,
  known: ReadonlySet<string>,
): Edge['target'] {
  if (specifier.startsWith('node:')) return { kind: 'node', name: specifier.slice(5) };
  const relative = specifier.startsWith('.') || kind === 'file';
  if (!relative) return { kind: 'package', name: packageName(specifier) };
  const file = posix.join(posix.dirname(from), specifier.replace(/\?.*$/, ''));
  if (known.has(file)) return { kind: 'module', file };
  // A folder named by a URL (`new URL('..', import.meta.url)`) may be made later, such as dist/.
  const present = kind === 'file' || (existsSync(join(root, file)) && statSync(join(root, file)).isFile());
  return present ? { kind: 'asset', file } : { kind: 'missing' };
}

function packageName(specifier: string): string {
  return specifier
    .split('/')
    .slice(0, specifier.startsWith('@') ? 2 : 1)
    .join('/');
}
