/** Transformations of a PDF page: a b c d e f, as in its content streams. */
export type Matrix = readonly [number, number, number, number, number, number];
export const UNIT: Matrix = [1, 0, 0, 1, 0, 0];

export function matrix(value: unknown): Matrix {
  const list = value as ArrayLike<number>;
  const at = (i: number) => Number(list[i] ?? 0);
  return [at(0), at(1), at(2), at(3), at(4), at(5)];
}

export function multiply(m: Matrix, n: Matrix): Matrix {
  return [
    m[0] * n[0] + m[2] * n[1],
    m[1] * n[0] + m[3] * n[1],
    m[0] * n[2] + m[2] * n[3],
    m[1] * n[2] + m[3] * n[3],
    m[0] * n[4] + m[2] * n[5] + m[4],
    m[1] * n[4] + m[3] * n[5] + m[5],
  ];
}

export const apply = (m: Matrix, x: number, y: number): [number, number] => [
  m[0] * x + m[2] * y + m[4],
  m[1] * x + m[3] * y + m[5],
];
