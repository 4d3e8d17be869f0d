import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { findCycles } from './imports/cycles.ts';
import { type Edge, type Graph, pageScripts, reach, readGraph } from './imports/graph.ts';
import {
  CALL_HOMES,
  KNOWS_NODE,
  MAY_IMPORT,
  PACKAGE_HOMES,
  type Room,
  roomOf,
  SHARED_PACKAGES,
} from './imports/rooms.ts';

/** What one rule found: nothing where it is kept. */
export type Finding = { readonly rule: string; readonly problems: readonly string[] };

/**
 * Checks who imports whom in a checkout.
 * @param root the checkout; needs `package.json` and the source folders
 * @returns one finding for each rule, also for those that are kept
 */
export async function checkImports(root: string): Promise<Finding[]> {
  const graph = readGraph(root);
  return [
    { rule: 'every source file is read', problems: unread(graph) },
    { rule: 'every import leads somewhere', problems: missing(graph) },
    { rule: 'imports run one way', problems: againstTheWay(graph) },
    { rule: 'packages stay in their rooms', problems: strayPackages(graph, readManifest(root)) },
    { rule: 'guarded calls stay in their file', problems: strayCalls(graph) },
    { rule: 'no modules import each other in a circle', problems: findCycles(graph).map((ring) => ring.join(' → ')) },
    { rule: 'no module is left that nothing uses', problems: dead(graph, root) },
  ];
}

/** Some tools read nothing under a new compiler and report success; here every file must have been parsed. */
function unread({ files, modules, edges }: Graph): string[] {
  const broken = [...modules].flatMap(([file, { problems }]) => problems.map((problem) => `${file}: ${problem}`));
  const seen = files.filter((file) => modules.has(file)).length;
  if (files.length === 0) return ['no source file found'];
  if (seen < files.length) return [`only ${seen} of ${files.length} files were read`, ...broken];
  const references = [...edges.values()].reduce((sum, list) => sum + list.length, 0);
  return references === 0 && files.length > 1 ? ['not one import was seen', ...broken] : broken;
}

function missing(graph: Graph): string[] {
  const opaque = [...graph.modules].flatMap(([file, module]) =>
    module.opaque && roomOf(file) !== 'tools' ? [`${file} imports something that is not a plain string`] : [],
  );
  const lost = eachEdge(graph, (file, edge) =>
    edge.target.kind === 'missing' ? `${file} imports ${edge.specifier}, which does not exist` : null,
  );
  return [...opaque, ...lost];
}

function againstTheWay(graph: Graph): string[] {
  const homeless = graph.files.filter((file) => roomOf(file) === null).map((file) => `${file} lies in no room`);
  const wrong = eachEdge(graph, (file, { target }) => {
    if (target.kind !== 'module') return null;
    const [from, to] = [roomOf(file), roomOf(target.file)];
    if (from === null || to === null || from === to) return null;
    const allowed: readonly Room[] = MAY_IMPORT[from];
    return allowed.includes(to) ? null : `${file} (${from}) imports ${target.file} (${to})`;
  });
  return [...homeless, ...wrong];
}

type Manifest = { readonly dependencies: ReadonlySet<string>; readonly all: ReadonlySet<string> };

function strayPackages(graph: Graph, { dependencies, all }: Manifest): string[] {
  return eachEdge(graph, (file, { target, kind }) => {
    const room = roomOf(file);
    if (room === null) return null;
    if (target.kind === 'node') return KNOWS_NODE.has(room) ? null : `${file} imports node:${target.name}`;
    if (target.kind !== 'package') return null;
    const { name } = target;
    if (!all.has(name)) return `${file} imports ${name}, which package.json does not name`;
    if (room === 'tools') return null;
    if (room === 'shared' && !SHARED_PACKAGES.has(name)) return `${file} imports ${name}`;
    // Electron is a development dependency because the packaged program brings it along.
    if (kind !== 'type' && name !== 'electron' && !dependencies.has(name))
      return `${file} imports ${name}, a development tool`;
    const homes = PACKAGE_HOMES[name];
    return homes === undefined || homes.some((home) => file.startsWith(home)) ? null : `${file} imports ${name}`;
  });
}

function strayCalls({ modules }: Graph): string[] {
  return [...modules].flatMap(([file, { calls }]) =>
    [...calls].flatMap((name) => {
      const rule = Object.hasOwn(CALL_HOMES, name) ? CALL_HOMES[name] : undefined;
      if (rule === undefined || !file.startsWith(rule.below)) return [];
      return rule.homes.some((home) => file.startsWith(home)) ? [] : [`${file} calls ${name}`];
    }),
  );
}

/** What the program needs must be reached from its entries; what only tests reach is as dead as the rest. */
function dead(graph: Graph, root: string): string[] {
  const { files } = graph;
  const isTool = (file: string) => roomOf(file) === 'tools';
  const program = files.filter(
    (file) =>
      file === 'electron/cli.ts' ||
      file === 'electron/desktop/main.ts' ||
      /^electron\/preload\/[^/]+\.ts$/.test(file) ||
      /^build\/[^/]+$/.test(file),
  );
  const tests = files.filter((file) => /^[^/]+$|\.(?:test|spec|bench)\.tsx?$|^test\/component\/setup\.ts$/.test(file));
  const used = reach(graph, [...program, ...pageScripts(root)]);
  const usedByTests = reach(graph, [...program, ...tests]);
  return files
    .filter((file) => !file.endsWith('.d.ts') && !(isTool(file) ? usedByTests : used).has(file))
    .map((file) => `${file} is reached from ${usedByTests.has(file) ? 'tests only' : 'nowhere'}`);
}

function eachEdge(graph: Graph, judge: (file: string, edge: Edge) => string | null): string[] {
  return [...graph.edges].flatMap(([file, edges]) =>
    edges.map((edge) => judge(file, edge)).filter((one) => one !== null),
  );
}

function readManifest(root: string): Manifest {
  const { dependencies = {}, devDependencies = {} }: Record<string, Record<string, string> | undefined> = JSON.parse(
    readFileSync(join(root, 'package.json'), 'utf8'),
  );
  return {
    dependencies: new Set(Object.keys(dependencies)),
    all: new Set([...Object.keys(dependencies), ...Object.keys(devDependencies)]),
  };
}
