/**
 * How much room the tests leave above an absolute time. The limits are those of a machine with nothing else to do; whoever runs
 * the tests has other programs, and the machines of CI are shared and slow down at any moment. What is many times too slow
 * is still caught. `STRICT_TIMES=1 npm test` leaves none.
 */
export const SLACK = slack();

function slack(): number {
  if (process.env.STRICT_TIMES) return 1;
  // The code of `npm run test:mutation` counts what is run of it.
  if (process.env.MUTATION_SEED) return 1000;
  return process.env.CI ? 5 : 3;
}
