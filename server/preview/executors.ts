/** The executors whose jobs run in containers. */

/** They run the same code for containers. */
const DOCKER: ReadonlySet<string | undefined> = new Set([
  'docker',
  'docker-windows',
  'docker+machine',
  'docker-autoscaler',
]);

/** Whether an executor runs jobs in containers of Docker. */
export function isDocker(executor: string | undefined): boolean {
  return DOCKER.has(executor);
}

/** Whether an executor runs jobs in containers. */
export function runsContainers(executor: string | undefined): boolean {
  return executor === 'kubernetes' || isDocker(executor);
}
