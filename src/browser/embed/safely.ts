/** Whatever goes wrong is ours, and the host page goes on. */
export function safely(work: () => void): () => void {
  return () => {
    try {
      work();
    } catch (error) {
      console.warn(error);
    }
  };
}
