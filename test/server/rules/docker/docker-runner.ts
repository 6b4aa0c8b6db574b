/** The runner that the tests of the rules about Docker begin with. */

/** A runner that is all there: lines of its `[runners.docker]`, which begin at line 7, and of its services. */
export function docker(lines = '', ...services: readonly string[]): string {
  return runner(lines, services);
}

/** The same, with lines of the runner itself. */
export function runner(lines: string, services: readonly string[] = [], around = ''): string {
  return [
    '[[runners]]',
    '  url = "https://gitlab.example.com"',
    '  token = "glrt-0123456789abcdefghij"',
    `  executor = "docker"${around && `\n${indented(around, 2)}`}`,
    '  [runners.docker]',
    '    image = "alpine:3.20"',
    ...(lines ? [indented(lines, 4)] : []),
    ...services.map((service) => `    [[runners.docker.services]]\n${indented(service, 6)}`),
    '',
  ].join('\n');
}

function indented(lines: string, width: number): string {
  return lines.replace(/^/gm, ' '.repeat(width));
}
