/** Damaged copies of good files: the same for the same seed. */

/** A number from 0 up to but not with `below`, from one seed on always the same row (mulberry32). */
export function randomFrom(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  };
}

/** A copy of `bytes` with bits turned over, cut, overwritten, or spliced with another file. */
export function mutantOf(bytes: Uint8Array, other: Uint8Array, seed: number): Uint8Array {
  const random = randomFrom(seed);
  const at = random(bytes.length);
  const copy = new Uint8Array(bytes);
  switch (random(7)) {
    case 0:
      turnOver(copy, random, 1);
      return copy;
    case 1:
      turnOver(copy, random, 2 + random(30));
      return copy;
    case 2:
      return copy.subarray(0, at);
    case 3:
      return copy.subarray(at);
    case 4:
      copy.fill(random(2) === 0 ? 0 : 0xff, at, at + 1 + random(200));
      return copy;
    case 5:
      return Buffer.concat([bytes.subarray(0, at), other.subarray(random(other.length))]);
    default: {
      const from = random(other.length);
      return Buffer.concat([bytes.subarray(0, at), other.subarray(from, from + random(2_000)), bytes.subarray(at)]);
    }
  }
}

function turnOver(copy: Uint8Array, random: (below: number) => number, bits: number): void {
  for (let n = 0; n < bits; n += 1) {
    const at = random(copy.length);
    copy[at] = (copy[at] ?? 0) ^ (1 << random(8));
  }
}
