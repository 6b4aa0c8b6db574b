/**
 * How much room the tests leave above an absolute time: none, except in CI, whose machines are shared and slow down at any
 * moment. There the limits still catch what is many times too slow.
 */
export const SLACK = process.env.CI ? 5 : 1;
