// Loaded before the service: its clock goes on by a day at each SIGUSR2.
const read = Date.now;
let ahead = 0;

Date.now = () => read() + ahead;
process.on('SIGUSR2', () => {
  ahead += 24 * 3_600_000;
});
