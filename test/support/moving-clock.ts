// Loaded before the service: its clock goes on at each SIGUSR2, by a day or by so many minutes.
const read = Date.now;
const stepMs = Number(process.env.CLOCK_STEP_MINUTES ?? 24 * 60) * 60_000;
let ahead = 0;

Date.now = () => read() + ahead;
process.on('SIGUSR2', () => {
  ahead += stepMs;
});
