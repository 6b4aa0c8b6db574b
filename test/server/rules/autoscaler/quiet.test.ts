/** Autoscalers, instances and machines with which all is well. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { counted } from '../../../counted';
import { briefReportOf } from '../../findings';
import { autoscaling, HEAD, machine, policy, scaled } from './scaled';

describe('nothing is said of', () => {
  const quiet: Readonly<Record<string, string>> = {
    'policies in the order of the documentation': scaled(
      `${policy('["* * * * *"]', '      idle_count = 0\n      idle_time = "0s"\n')}${policy('["* 8-15 * * mon-fri"]', '      idle_count = 1\n')}`,
    ),
    'policies that overlap': scaled(`${policy('["* 8-12 * * *"]')}${policy('["* 10-15 * * *"]')}`),
    'a policy of a variable': scaled(`${policy(`["\${PERIOD}"]`)}${policy('["* * * * *"]')}`).replace(
      `["\${PERIOD}"]`,
      `["$PERIOD"]`,
    ),
    'periods of a template': scaled(`${policy('["{{ period }}"]')}`),
    'no policy at all': scaled(),
    'an empty list of periods': scaled(policy('[]')),
    'policies with the keys in capitals': scaled(policy('["* * * * *"]'))
      .replace('periods', 'Periods')
      .replace('Periods', 'periods'),
    'a fragment of nested machines that are off': scaled(
      '    [runners.autoscaler.vm_isolation]\n      enabled = false\n',
    ),
    'nested machines that are all there': scaled(
      '    [runners.autoscaler.vm_isolation]\n      enabled = true\n      nesting_host = "unix:///run/nesting.sock"\n      image = "vm"\n  [runners.instance]\n    allowed_images = ["vm*"]\n',
    ),
    'no images that are allowed': scaled('  [runners.instance]\n    allowed_images = []\n'),
    'one job for each instance': scaled(
      '  [runners.instance]\n    use_common_build_dir = true\n',
      '    max_use_count = 1\n',
    ),
    'a common directory that is off': scaled('  [runners.instance]\n    use_common_build_dir = false\n'),
    'a fragment about instances':
      '[[runners]]\n  [runners.instance]\n    use_common_build_dir = true\n    allowed_images = ["*"]\n',
    'a period of machines with seconds': machine(autoscaling('* * 9-17 * * mon-fri *')),
    'seconds in a range': machine(autoscaling('0-59 * 9-17 * * mon-fri *')),
    'the least of idle machines as 1': machine('    IdleCount = 0\n    IdleCountMin = 1\n    IdleScaleFactor = 1.5\n'),
    'the least of idle machines without a factor': machine('    IdleCount = 2\n    IdleCountMin = 10\n'),
    'privileged jobs on machines of their own': machine('    MaxBuilds = 1\n', '    privileged = true\n'),
    'several ways to pull': machine('', '    pull_policy = ["never", "if-not-present"]\n'),
    'time enough to remove machines':
      'shutdown_timeout = 300\n[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = true\n',
    'machines that stay': '[machine.shutdown_drain] # gitlab-runner: ignore=deprecated-key\n  enabled = false\n',
    'durations as texts': scaled(
      '',
      '    max_use_count = 2\n    instance_acquire_timeout = "15m"\n    update_interval = "1m"\n',
    ),
    'Docker that never pulls': `${HEAD}  executor = "docker"\n  [runners.docker]\n    image = "alpine:3.20"\n    pull_policy = "never"\n`,
  };
  for (const [what, text] of counted(Object.entries(quiet), 20)) {
    it(what, () => assert.deepEqual(briefReportOf(text), []));
  }
});
