/** One mistake of each class, with the cursor on it, and the text that its fix makes. */

export interface FixCase {
  readonly kind: string;
  readonly before: string;
  /** The diagnostic at the cursor, as `problems` says it. */
  readonly problem: string;
  readonly fix: string;
  readonly after: string;
}

export const FIX_CASES: readonly FixCase[] = [
  {
    kind: 'renames a key',
    before: '[[runners]]\n  li|mt = 3 # jobs at once\n',
    problem: 'unknown-key at "limt"',
    fix: 'Rename to `limit`',
    after: '[[runners]]\n  limit = 3 # jobs at once\n',
  },
  {
    kind: 'moves a key to the table it belongs to',
    before:
      '[[runners]]\n  executor = "docker"\n  [runners.docker]\n    image = "alpine"\n    li|mit = 2 # jobs at once\n',
    problem: 'misplaced-key at "limit"',
    fix: 'Move to `[[runners]]`',
    after: '[[runners]]\n  executor = "docker"\n  limit = 2 # jobs at once\n  [runners.docker]\n    image = "alpine"\n',
  },
  {
    kind: 'converts a value',
    before: '[[runners]]\n  limit = "|3"\n',
    problem: 'wrong-type at "\\"3\\""',
    fix: 'Change to `3`',
    after: '[[runners]]\n  limit = 3\n',
  },
  {
    kind: 'quotes a bare word',
    before: '[[runners]]\n  name = do|cker\n',
    problem: 'bare-word at "docker"',
    fix: 'Put it in quotes',
    after: '[[runners]]\n  name = "docker"\n',
  },
  {
    kind: 'gives a list two brackets',
    before: 'concurrent = 1\n\n[run|ners]\n  name = "a"\n  executor = "shell"\n',
    problem: 'single-table-for-array at "runners"',
    fix: 'Change to `[[runners]]`',
    after: 'concurrent = 1\n\n[[runners]]\n  name = "a"\n  executor = "shell"\n',
  },
  {
    kind: 'gives a single table one bracket',
    before: '[[runners]]\n  executor = "docker"\n  [[runners.do|cker]]\n    image = "alpine"\n',
    problem: 'array-for-single-table at "docker"',
    fix: 'Change to `[runners.docker]`',
    after: '[[runners]]\n  executor = "docker"\n  [runners.docker]\n    image = "alpine"\n',
  },
  {
    kind: 'adds a missing key',
    before: '[[run|ners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "glrt-EXAMPLE"\n',
    problem: 'missing-key at "runners"',
    fix: 'Add `executor`',
    after:
      '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "glrt-EXAMPLE"\n  executor = "shell"\n',
  },
  {
    kind: 'drops a duplicate',
    before: '[[runners]]\n  limit = 1\n  li|mit = 2\n  name = "a"\n',
    problem: 'duplicate-key at "limit"',
    fix: 'Remove this one',
    after: '[[runners]]\n  limit = 1\n  name = "a"\n',
  },
  {
    kind: 'turns a list of services into tables',
    before: '[[runners]]\n  executor = "docker"\n  [runners.docker]\n    services = [|"postgres:16", "redis:7"]\n',
    problem: 'wrong-type at "[\\"postgres:16\\", \\"redis:7\\"]"',
    fix: 'Change to `[[runners.docker.services]]` tables',
    after: `[[runners]]
  executor = "docker"
  [runners.docker]
    [[runners.docker.services]]
      name = "postgres:16"
    [[runners.docker.services]]
      name = "redis:7"
`,
  },
  {
    kind: 'inserts the header of the runner',
    before: 'concurrent = 1\n\n[runners.do|cker]\n  image = "alpine"\n',
    problem: 'missing-runners-header at "runners.docker"',
    fix: 'Insert `[[runners]]`',
    after: 'concurrent = 1\n\n[[runners]]\n[runners.docker]\n  image = "alpine"\n',
  },
  {
    kind: 'takes single quotes for a Windows path',
    before: '[[runners]]\n  builds_dir = "C:\\b|uilds"\n',
    problem: 'control-escape at "\\\\b"',
    fix: 'Use single quotes',
    after: "[[runners]]\n  builds_dir = 'C:\\builds'\n",
  },
  {
    kind: 'keeps the line breaks of Windows',
    before: '[[runners]]\r\n  executor = "docker"\r\n  [runners.docker]\r\n    services = [|"redis:7"]\r\n',
    problem: 'wrong-type at "[\\"redis:7\\"]"',
    fix: 'Change to `[[runners.docker.services]]` tables',
    after:
      '[[runners]]\r\n  executor = "docker"\r\n  [runners.docker]\r\n    [[runners.docker.services]]\r\n      name = "redis:7"\r\n',
  },
];
