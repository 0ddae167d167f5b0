/** What solves the equations, by Gauss and Jordan; the matrix is symmetric and positive definite, so that no pivot is zero. */
export function solve(matrix: readonly (readonly number[])[], right: readonly number[]): number[] {
  const lines = matrix.map((line, at) => [...line, right[at] ?? 0]);
  for (const [at, line] of lines.entries()) {
    for (const other of lines) if (other !== line) subtract(other, line, (other[at] ?? 0) / (line[at] ?? 1));
  }
  return lines.map((line, at) => (line.at(-1) ?? 0) / (line[at] ?? 1));
}

function subtract(from: number[], line: readonly number[], times: number): void {
  for (const [at, value] of line.entries()) from[at] = (from[at] ?? 0) - value * times;
}
