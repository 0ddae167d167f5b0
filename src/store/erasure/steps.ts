/** Takes step after step until one says that there is no more to do; between two, others get their turn. */
export async function inSteps(step: () => Promise<boolean>): Promise<void> {
  while (await step()) await new Promise((resolve) => setTimeout(resolve));
}
