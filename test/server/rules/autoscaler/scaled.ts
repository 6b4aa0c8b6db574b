/** Runners with autoscalers that the tests of rules about them share. */

export const HEAD = '[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n';

export function scaled(below = '', keys = '    max_use_count = 2\n'): string {
  return `${HEAD}  executor = "instance"\n  [runners.autoscaler]\n    plugin = "aws"\n${keys}    [runners.autoscaler.plugin_config]\n      name = "a"\n${below}`;
}

/** A policy of an autoscaler. */
export function policy(periods: string, lines = ''): string {
  return `    [[runners.autoscaler.policy]]\n      periods = ${periods}\n${lines}`;
}

export function machine(keys = '', docker = ''): string {
  return `# gitlab-runner: version=17.0\n${HEAD}  executor = "docker+machine"\n  [runners.docker]\n    image = "alpine:3.20"\n${docker}  [runners.machine]\n    MachineDriver = "google"\n    MachineName = "ci-%s"\n${keys}`;
}

/** A period of docker+machine. */
export const autoscaling = (period: string) => `    [[runners.machine.autoscaling]]\n      Periods = ["${period}"]\n`;
