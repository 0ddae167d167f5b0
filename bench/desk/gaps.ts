/** Loaded into the server before it starts: tells whoever asks how long the event loop was held up at most. */

const everyMs = 5;
let longest = 0;
let last = performance.now();

setInterval(() => {
  const now = performance.now();
  longest = Math.max(longest, now - last - everyMs);
  last = now;
}, everyMs).unref();

process.on('message', () => {
  process.send?.(longest);
  longest = 0;
});
process.channel?.unref();
