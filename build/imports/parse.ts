import { type ESTree, parseSync, Visitor } from 'vite';

/** One way a module names another. */
export type Reference = {
  readonly specifier: string;
  /** value: needed at run time; type: erased; file: a `new URL('…', import.meta.url)`, run or read on its own. */
  readonly kind: 'value' | 'type' | 'file';
};

export type Module = {
  readonly references: readonly Reference[];
  /** Names of functions called or constructed: `fetch`, `openExternal`. */
  readonly calls: ReadonlySet<string>;
  /** Holds an `import()` of something other than a plain string, which nobody can follow. */
  readonly opaque: boolean;
  /** What the parser could not read; empty for a sound module. */
  readonly problems: readonly string[];
};

/**
 * Reads a module with the parser that also bundles the program, independent of the TypeScript compiler.
 * @param file its name decides the language (.ts, .tsx, .mjs)
 */
export function parseModule(file: string, source: string): Module {
  const { program, errors } = parseSync(file, source);
  const references: Reference[] = [];
  const calls = new Set<string>();
  let opaque = false;
  const add = (specifier: string, kind: Reference['kind']) => references.push({ specifier, kind });

  new Visitor({
    ImportDeclaration(node) {
      add(node.source.value, isTypeOnly(node.importKind, node.specifiers) ? 'type' : 'value');
    },
    ExportNamedDeclaration(node) {
      if (node.source !== null) add(node.source.value, isTypeOnly(node.exportKind, node.specifiers) ? 'type' : 'value');
    },
    ExportAllDeclaration(node) {
      add(node.source.value, node.exportKind === 'type' ? 'type' : 'value');
    },
    ImportExpression(node) {
      const specifier = text(node.source);
      if (specifier === null) opaque = true;
      else add(specifier, 'value');
    },
    TSImportType(node) {
      add(node.source.value, 'type');
    },
    CallExpression(node) {
      const name = calledName(node.callee);
      if (name !== null) calls.add(name);
    },
    NewExpression(node) {
      const name = calledName(node.callee);
      if (name !== null) calls.add(name);
      const specifier = name === 'URL' && isModuleUrl(node.arguments[1]) ? text(node.arguments[0]) : null;
      if (specifier !== null) add(specifier, 'file');
    },
  }).visit(program);

  return { references, calls, opaque, problems: errors.map(({ message }) => message) };
}

type Specifier = { readonly importKind?: string; readonly exportKind?: string };

function isTypeOnly(kind: string | undefined, specifiers: readonly (Specifier | object)[]): boolean {
  if (kind === 'type') return true;
  return (
    specifiers.length > 0 &&
    specifiers.every(
      (one) => ('importKind' in one && one.importKind === 'type') || ('exportKind' in one && one.exportKind === 'type'),
    )
  );
}

/** `fetch` of `fetch()`, `window.fetch()` and `globalThis['fetch']()`. */
function calledName(callee: ESTree.Expression | ESTree.Super): string | null {
  if (callee.type === 'Identifier') return callee.name;
  if (callee.type !== 'MemberExpression') return null;
  if (callee.property.type === 'Identifier' && !callee.computed) return callee.property.name;
  return callee.computed ? text(callee.property) : null;
}

function isModuleUrl(node: ESTree.Node | undefined): boolean {
  return (
    node?.type === 'MemberExpression' &&
    node.object.type === 'MetaProperty' &&
    node.property.type === 'Identifier' &&
    node.property.name === 'url'
  );
}

function text(node: ESTree.Node | undefined): string | null {
  if (node?.type === 'Literal' && typeof node.value === 'string') return node.value;
  if (node?.type === 'TemplateLiteral' && node.expressions.length === 0) return node.quasis[0]?.value.cooked ?? null;
  return null;
}
