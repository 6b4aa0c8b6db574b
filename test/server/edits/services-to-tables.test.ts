/** `services = ["mysql"]`: names where the runner wants tables. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { briefReportOf, fixed, fixTitles } from '../findings';

const TABLES = 'Change to `[[runners.docker.services]]` tables';
const INLINE = 'Change to a list of inline tables';

const docker = (lines: string) => `[[runners]]\n  executor = "docker"\n  [runners.docker]\n    image = "a"\n${lines}`;

function check(text: string, fixes: Readonly<Record<string, string>>): void {
  assert.match(briefReportOf(text).join(), /^\d+ error wrong-type /);
  assert.deepEqual(fixTitles(text), Object.keys(fixes));
  for (const [title, wanted] of Object.entries(fixes)) {
    assert.equal(fixed(text, title), wanted);
    assert.deepEqual(briefReportOf(wanted), []);
  }
}

describe('services by name', () => {
  it('become tables below those of their table, or inline ones, each name as it is written', () =>
    check(docker('    services = ["mysql", \'redis\']\n'), {
      [TABLES]: docker(
        '    [[runners.docker.services]]\n      name = "mysql"\n    [[runners.docker.services]]\n      name = \'redis\'\n',
      ),
      [INLINE]: docker('    services = [{ name = "mysql" }, { name = \'redis\' }]\n'),
    }));

  it('become a list where one alone was written', () =>
    check(docker('    services = "mysql"\n'), {
      [TABLES]: docker('    [[runners.docker.services]]\n      name = "mysql"\n'),
      [INLINE]: docker('    services = [{ name = "mysql" }]\n'),
    }));

  it('go behind the other keys of their table', () =>
    check(docker('    services = ["mysql"]\n    privileged = true\n'), {
      [TABLES]: docker('    privileged = true\n    [[runners.docker.services]]\n      name = "mysql"\n'),
      [INLINE]: docker('    services = [{ name = "mysql" }]\n    privileged = true\n'),
    }));

  it('take the comments above them along', () =>
    check(
      docker(
        '    # the database\n    # of the tests\n    services = ["mysql", "redis"]\n    # root\n    privileged = true\n',
      ),
      {
        [TABLES]: docker(
          '    # root\n    privileged = true\n    # the database\n    # of the tests\n    [[runners.docker.services]]\n      name = "mysql"\n    [[runners.docker.services]]\n      name = "redis"\n',
        ),
        [INLINE]: docker(
          '    # the database\n    # of the tests\n    services = [{ name = "mysql" }, { name = "redis" }]\n    # root\n    privileged = true\n',
        ),
      },
    ));

  it('stay where they are where a comment behind them or among them would be lost', () => {
    check(docker('    services = ["mysql"] # db\n'), {
      [INLINE]: docker('    services = [{ name = "mysql" }] # db\n'),
    });
    check(docker('    services = [\n      "mysql", # db\n    ]\n    privileged = true\n'), {
      [INLINE]: docker('    services = [\n      { name = "mysql" }, # db\n    ]\n    privileged = true\n'),
    });
  });

  it('stay where they are in braces and behind a dotted key', () => {
    const runner = '[[runners]]\n  executor = "docker"\n  ';
    check(`${runner}docker = { image = "a", services = ["mysql"] }\n`, {
      [INLINE]: `${runner}docker = { image = "a", services = [{ name = "mysql" }] }\n`,
    });
    check(`${runner}docker.services = ["mysql"]\n`, {
      [INLINE]: `${runner}docker.services = [{ name = "mysql" }]\n`,
    });
  });

  it('are not guessed where one is no name', () => {
    for (const list of ['["mysql", 1]', '[1, "mysql"]', '["""my\nsql"""]', "['''my\nsql''']", '3']) {
      const text = docker(`    services = ${list}\n`);
      assert.match(briefReportOf(text).join(), /error wrong-type /, list);
      assert.ok(!fixTitles(text).some((title) => title === TABLES || title === INLINE), list);
    }
  });

  it('that are no services are nothing wrong', () =>
    assert.deepEqual(briefReportOf(docker('    services = []\n')), []));
});
