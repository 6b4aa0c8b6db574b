/**
 * How much room the tests leave above an absolute time. The machines that run them are shared and slow down at any moment;
 * the limits are there to catch what is ten times too slow, the figures themselves are measured by `npm run bench`.
 */
export const SLACK = 5;
