const everyMs = 1000;

/** Says on standard error, once a second, how far it is. */
export class Progress {
  #next = performance.now() + everyMs;

  read(bytes: number, of: number, comments: number): void {
    this.#tell(() => `read ${megabytes(bytes)} of ${megabytes(of)} MB, ${comments} comments`);
  }

  written(comments: number, of: number): void {
    this.#tell(() => `${comments} of ${of} comments done`);
  }

  #tell(line: () => string): void {
    const now = performance.now();
    if (now < this.#next) return;
    this.#next = now + everyMs;
    console.error(line());
  }
}

function megabytes(bytes: number): string {
  return (bytes / 1e6).toFixed(1);
}
