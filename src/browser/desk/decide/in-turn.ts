let latest: Promise<unknown> = Promise.resolve();
let waiting = 0;

/** What is decided here is sent in the order in which it was decided, each after the answer to the one before. */
export function inTurn<Answer>(ask: () => Promise<Answer>): Promise<Answer> {
  waiting += 1;
  const answer = latest.then(ask).finally(() => {
    waiting -= 1;
  });
  latest = answer.catch(() => undefined);
  return answer;
}

// What is not sent yet is not lost without a word.
addEventListener('beforeunload', (event) => {
  if (waiting > 0) event.preventDefault();
});
