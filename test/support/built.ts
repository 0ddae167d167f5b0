/** Before all tests: the files for browsers, made of the sources that are there. */
export default async function build(): Promise<void> {
  await import('../../src/assets/build.ts');
}
