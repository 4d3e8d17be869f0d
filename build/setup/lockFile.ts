/** One package as `package-lock.json` (version 3) records it; what else it says is kept. */
export interface LockedPackage {
  readonly version?: string;
  readonly dev?: boolean;
  readonly optional?: boolean;
  readonly os?: readonly string[];
  readonly cpu?: readonly string[];
  readonly libc?: readonly string[];
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

export interface MissingPackage {
  readonly path: string;
  readonly entry: LockedPackage;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'win32'];
const PROCESSORS = ['arm64', 'riscv64', 'x64', 'ia32', 's390x', 'ppc64', 'loong64', 'arm'];

/**
 * Optional packages that a locked package names with an exact version and the lock file does not hold.
 * @returns for each the entry npm would have written, its checksum aside
 */
export function missingOptionals(packages: Readonly<Record<string, LockedPackage>>): MissingPackage[] {
  return Object.entries(packages).flatMap(([parent, { optionalDependencies = {}, dev }]) =>
    Object.entries(optionalDependencies).flatMap(([name, version]): MissingPackage[] => {
      const held = `node_modules/${name}` in packages || `${parent}/node_modules/${name}` in packages;
      if (held || !/^\d+\.\d+\.\d+$/.test(version)) return [];
      const entry = { version, ...(dev === true ? { dev } : {}), optional: true, ...platformOf(name) };
      return [{ path: `node_modules/${name}`, entry }];
    }),
  );
}

/** Native packages are named after what they run on: `…-linux-arm64-musl`. */
function platformOf(name: string): Pick<LockedPackage, 'os' | 'cpu' | 'libc'> {
  const words = name.split(/[/-]/);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : os.includes('linux') ? ['glibc'] : [];
  return { ...(cpu.length > 0 ? { cpu } : {}), ...(libc.length > 0 ? { libc } : {}), ...(os.length > 0 ? { os } : {}) };
}
