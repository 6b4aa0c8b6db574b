/** Which fix of a mistake is the preferred one (`*`), and which "fix all" makes unasked (`!`). */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fixKinds } from '../findings';

const runner = (lines: string) => `[[runners]]\n${lines}\n`;
const docker = (lines: string) => runner(`[runners.docker]\n${lines}`);

function kinds(cases: Readonly<Record<string, readonly string[]>>): void {
  const found = Object.keys(cases).map((text) => [text, fixKinds(text)]);
  assert.deepEqual(Object.fromEntries(found), cases);
}

test('what has one meaning is made unasked', () =>
  kinds({
    [docker('privileged = "true"')]: ['* Change to `true`!'],
    [docker('services = ["a"]')]: [
      '* Change to `[[runners.docker.services]]` tables!',
      'Change to a list of inline tables',
    ],
    [docker('[runners.docker.services]\nname = "a"')]: ['* Change to `[[runners.docker.services]]`!'],
    [runner('[[runners.docker]]\nimage = "a"')]: ['* Change to `[runners.docker]`!'],
    '[runners]\nname = "a"\n': ['* Change to `[[runners]]`!'],
    '[runners.docker]\nimage = "a"\n': ['* Insert `[[runners]]`!'],
    [runner('Name = "a"')]: ['* Rename to `name`!'],
    [runner('limit = 2\nLimit = 2')]: ['* Remove `Limit`!', 'Remove `limit`'],
    [docker('sysctls = { a.b = "1" }')]: ['* Put it in quotes!'],
  }));

test('what may be meant otherwise is made when asked', () =>
  kinds({
    [runner('limt = 2')]: ['* Rename to `limit`'],
    [runner('limt = "2"')]: ['* Rename to `limit` and change the value to `2`'],
    [docker('volume = "/a"')]: ['* Rename to `volumes` and change the value to `["/a"]`'],
    [runner('[runners.dockr]\nimage = "a"')]: ['* Change to `[runners.docker]`'],
    [docker('host = "b"\n[runners.dockr]\nimage = "a"')]: ['* Move its keys to `[runners.docker]`'],
    [docker('limit = 2')]: ['* Move to `[[runners]]`'],
    'limit = 3\n': ['* Move to `[[runners]]`'],
    [runner('[runners.cache]\nAccessKey = "a"')]: ['* Move to `[runners.cache.s3]`', 'Remove `AccessKey`'],
    [runner('executor = "dcoker"')]: ['* Change to `"docker"`'],
    [runner('name = "a"\nurl = "https://a.b"\ntoken = "glrt-x"')]: ['* Add `executor`'],
    [runner('builds_dir = "C:\\builds"')]: ['* Use single quotes', 'Double the backslashes'],
    'concurrent = 1 # gitlab-runner: ignore=key-case\n': ['* Remove this comment'],
  }));
