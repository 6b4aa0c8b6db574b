/** Autoscalers of one file beside each other. */

/** A runner with a group of instances. */
export function scaledRunner(token: string, config: string, capacity = 1): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-${token}-123456789abcdef"\n  executor = "instance"\n  [runners.autoscaler]\n    plugin = "fleeting-plugin-of-ours"\n    capacity_per_instance = ${capacity}\n    max_instances = 4\n    [runners.autoscaler.plugin_config]\n${config}`;
}
