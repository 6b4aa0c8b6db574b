/** A runner whose autoscaler has a plugin. */

export function scaled(plugin: string, config: string): string {
  return `[[runners]]\n  url = "https://gitlab.example.com"\n  token = "glrt-0123456789abcdefghij"\n  executor = "instance"\n  [runners.autoscaler]\n    plugin = "${plugin}"\n${config}`;
}

/** What the plugin is told. */
export const table = (lines: string) => `    [runners.autoscaler.plugin_config]\n${lines}`;
