/** What each rule about a runner and its executor says of short texts. */
import { test } from 'node:test';
import { says } from './says';

test('what one executor needs or does not read', () =>
  says([
    {
      text: '[[runners]]\nexecutor = "ssh"\ntoken = "glrt-x"\nurl = "https://a.b"\n',
      findings: [
        '2 error executor-without-section «"ssh"»: executor-without-section count=1 executor=ssh tables=`[runners.ssh]`',
      ],
      fixes: ['Add `[runners.ssh]`'],
    },
    {
      text: '[[runners]]\nexecutor = "docker-autoscaler"\ntoken = "glrt-x"\nurl = "https://a.b"\n',
      findings: [
        '2 error executor-without-section «"docker-autoscaler"»: executor-without-section count=2 executor=docker-autoscaler tables=`[runners.docker]` and `[runners.autoscaler]`',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "custom"\ntoken = "glrt-x"\nurl = "https://a.b"\n[runners.custom]\nrun_exec = "a"\n',
      findings: ['2 error custom-dirs «"custom"»: custom-dirs count=2 keys=`builds_dir` and `cache_dir`'],
      fixes: ['* Add `builds_dir` and `cache_dir`'],
    },
    {
      text: '[[runners]]\nexecutor = "custom"\ntoken = "glrt-x"\nurl = "https://a.b"\nbuilds_dir = "/b"\n[runners.custom]\nrun_exec = "a"\n',
      findings: ['2 error custom-dirs «"custom"»: custom-dirs count=1 keys=`cache_dir`'],
      fixes: ['* Add `cache_dir`'],
    },
    {
      text: '[[runners]]\nexecutor = "custom"\ntoken = "glrt-x"\nurl = "https://a.b"\n[runners.custom]\nrun_exec = "a"\nconfig_exec = "b"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "custom"\n[runners.custom]\nrun_exec = ""\n',
      findings: [
        '4 error executor-without-key «""»: executor-without-key executor=custom key=run_exec table=[runners.custom]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nurl = "https://a"\ntoken = "glrt-x"\nexecutor = "custom"\nbuilds_dir = "/b"\ncache_dir = "/c"\ncustom = {}\n',
      findings: [
        '7 error executor-without-key «{»: executor-without-key executor=custom key=run_exec table=[runners.custom]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "virtualbox"\n[runners.virtualbox]\nbase_name = 1\n',
      findings: ['4 error wrong-type «1»: wrong-type found=integer key=base_name outcome=refused wanted=string'],
      fixes: ['* Change to `"1"`!'],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.docker]\nimage = "a"\n',
      findings: [
        '3 hint section-for-other-executor «docker»: section-for-other-executor executor=shell table=[runners.docker]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.docker]\nimage = ""\nprivileged = false\nvolumes = []\nshm_size = 0\nsysctls = {}\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.docker]\n[[runners.docker.services]]\n',
      findings: [
        '3 hint section-for-other-executor «docker»: section-for-other-executor executor=shell table=[runners.docker]',
        '4 warning missing-key «runners.docker.services»: missing-key key=name why=(required.service-name)',
      ],
      fixes: ['Add `name` with an example: `"postgres:17"`'],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.docker.sysctls]\na = "1"\n',
      findings: [
        '3 hint section-for-other-executor «docker»: section-for-other-executor executor=shell table=[runners.docker]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.cache]\nType = "s3"\n',
      findings: ['4 warning cache-type-table «"s3"»: cache-type-table table=[runners.cache.s3] type=s3'],
      fixes: ['Add `[runners.cache.s3]`'],
    },
    {
      text: '[[runners]]\nexecutor = "nomad"\n[runners.docker]\nimage = "a"\n',
      findings: [
        '2 warning invalid-value «"nomad"»: invalid-value.not-a-value key=executor value="nomad" values=`custom` or `docker` or `docker+machine` or `docker-autoscaler` or `docker-windows` or `instance` or `kubernetes` or `parallels` or `shell` or `ssh` or `virtualbox`',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\nimage = "a"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "instance"\n[runners.experimental.boot_verify]\nenabled = true\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker-autoscaler"\n[runners.experimental.boot_verify]\nenabled = true\n',
      findings: ['4 error boot-verify-image «true»: boot-verify-image table=[runners.docker]'],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\n[runners.experimental.boot_verify]\nenabled = true\n[runners.docker]\nimage = "a"\n',
      findings: [],
      fixes: [],
    },
  ]));

test('a shell, and access by ssh', () =>
  says([
    {
      text: '[[runners]]\nexecutor = "docker-windows"\nshell = "bash"\n',
      findings: ['3 error shell-per-executor «"bash"»: shell-per-executor.bash'],
      fixes: ['* Change to `"powershell"`', 'Change to `"pwsh"`'],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nshell = "bash"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\nshell = "cmd"\n',
      findings: ['3 error shell-per-executor «"cmd"»: shell-per-executor.cmd'],
      fixes: ['* Change to `"powershell"`', 'Change to `"pwsh"`'],
    },
    {
      text: '[[runners]]\nexecutor = "ssh"\n[runners.ssh]\nhost = "a"\nuser = "b"\n',
      findings: ['3 warning ssh-no-auth «runners.ssh»: ssh-no-auth'],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "ssh"\n[runners.ssh]\nhost = "a"\nuser = "b"\npassword = "c"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "ssh"\n[runners.ssh]\nhost = "a"\nuser = "b"\nidentity_file = "c"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "parallels"\n[runners.ssh]\nuser = "b"\n',
      findings: ['3 warning ssh-no-auth «runners.ssh»: ssh-no-auth'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.ssh]\ndisable_strict_host_key_checking = true\n',
      findings: ['3 warning ssh-host-key «true»: ssh-host-key'],
      fixes: ['Change to `false`'],
    },
    {
      text: '[[runners]]\n[runners.ssh]\ndisable_strict_host_key_checking = false\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.ssh]\ndisable_strict_host_key_checking = "x"\n',
      findings: [
        '3 error wrong-type «"x"»: wrong-type found=string key=disable_strict_host_key_checking outcome=refused wanted=boolean',
      ],
      fixes: [],
    },
  ]));

test('limits and times', () =>
  says([
    {
      text: '[[runners]]\noutput_limit = 4194304000\n',
      findings: ['2 warning output-limit «4194304000»: output-limit size=4000'],
      fixes: ['* Change to `4096000`'],
    },
    {
      text: '[[runners]]\noutput_limit = 4096\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\noutput_limit = -1\n',
      findings: ['2 warning output-limit «-1»: output-limit.negative'],
      fixes: [],
    },
    {
      text: '[[runners]]\noutput_limit = 0\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nprepare_timeout = "0s"\nget_sources_timeout = "-1m"\n',
      findings: [
        '2 warning timeout-not-positive «"0s"»: timeout-not-positive key=prepare_timeout',
        '3 hint timeout-not-positive «"-1m"»: timeout-not-positive key=get_sources_timeout',
      ],
      fixes: ['Remove `prepare_timeout`', 'Remove `get_sources_timeout`'],
    },
    {
      text: '[[runners]]\nprepare_timeout = "1m"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "kubernetes"\nprepare_timeout = "1m"\n[runners.kubernetes]\npoll_timeout = 180\n',
      findings: ['3 warning timeouts-order «"1m"»: timeouts-order key=poll_timeout'],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "kubernetes"\nprepare_timeout = "3m"\n[runners.kubernetes]\npoll_timeout = 180\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nprepare_timeout = "1m"\n[runners.docker]\nimage = "a"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "instance"\nprepare_timeout = "1m"\n[runners.autoscaler]\ninstance_acquire_timeout = "15m"\n',
      findings: ['3 warning timeouts-order «"1m"»: timeouts-order key=instance_acquire_timeout'],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker-autoscaler"\nprepare_timeout = "1m"\n[runners.autoscaler]\ninstance_acquire_timeout = "30s"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "instance"\nprepare_timeout = "-1m"\n[runners.autoscaler]\ninstance_acquire_timeout = "15m"\n',
      findings: ['3 warning timeout-not-positive «"-1m"»: timeout-not-positive key=prepare_timeout'],
      fixes: ['Remove `prepare_timeout`'],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\nprepare_timeout = "1m"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "instance"\nprepare_timeout = "x"\n[runners.autoscaler]\ninstance_acquire_timeout = "y"\n',
      findings: [
        '3 error invalid-value «"x"»: invalid-value.duration text=x',
        '5 error invalid-value «"y"»: invalid-value.duration text=y',
      ],
      fixes: [],
    },
  ]));

test('folders, logs, referees and machines', () =>
  says([
    {
      text: '[[runners]]\nexecutor = "docker"\nbuilds_dir = "builds"\n',
      findings: ['3 error docker-builds-dir «"builds"»: docker-builds-dir.relative'],
      fixes: ['* Change to `/builds`'],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nbuilds_dir = "/"\n',
      findings: ['3 error docker-builds-dir «"/"»: docker-builds-dir.root'],
      fixes: ['Change to `"/builds"`'],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nbuilds_dir = "$HOME/x"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker-windows"\nbuilds_dir = \'C:\\x\'\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\nbuilds_dir = "builds"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nbuilds_dir = ""\n',
      findings: [],
      fixes: [],
    },
    {
      text: 'log_level = "debug"\n',
      findings: ['1 hint debug-log-level «"debug"»: debug-log-level level=debug'],
      fixes: ['Change to `"info"`'],
    },
    {
      text: 'log_level = "TRACE"\n',
      findings: ['1 hint debug-log-level «"TRACE"»: debug-log-level level=TRACE'],
      fixes: ['Change to `"info"`'],
    },
    {
      text: 'log_level = "info"\n',
      findings: [],
      fixes: [],
    },
    {
      text: 'user = "a"\n',
      findings: ['1 hint user-key-overwritten «user»: user-key-overwritten'],
      fixes: ['Remove `user`'],
    },
    {
      text: 'user = ""\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "shell"\n[runners.referees.metrics]\nqueries = ["a:b", "c", "d:e:f"]\n',
      findings: [
        '3 hint referee «runners.referees.metrics»: referee.executor executor=shell',
        '4 warning referee «"c"»: referee.query',
        '4 warning referee «"d:e:f"»: referee.query',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "docker+machine"\n[runners.referees.metrics]\nqueries = ["a:b"]\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\nexecutor = "nomad"\n[runners.referees.metrics]\nqueries = ["a:b"]\n',
      findings: [
        '2 warning invalid-value «"nomad"»: invalid-value.not-a-value key=executor value="nomad" values=`custom` or `docker` or `docker+machine` or `docker-autoscaler` or `docker-windows` or `instance` or `kubernetes` or `parallels` or `shell` or `ssh` or `virtualbox`',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.referees.metrics]\nqueries = ["a:b"]\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.virtualbox]\nbase_name = "a"\nstart_type = "window"\nallowed_images = ["ubuntu-*", "a.b?-*", "^a.*$", "a*b"]\n',
      findings: [
        '4 error virtualbox-start-type «"window"»: virtualbox-start-type values=`headless` or `gui` or `separate`',
        '5 warning vm-allowed-images «"ubuntu-*"»: vm-allowed-images',
        '5 warning vm-allowed-images «"a.b?-*"»: vm-allowed-images',
        '5 warning vm-allowed-images «"a*b"»: vm-allowed-images',
      ],
      fixes: [
        'Change to `"headless"`',
        'Change to `"gui"`',
        'Change to `"separate"`',
        '* Change to `"^ubuntu-.*$"`',
        '* Change to `"^a\\\\.b.-.*$"`',
        '* Change to `"^a.*b$"`',
      ],
    },
    {
      text: '[[runners]]\n[runners.virtualbox]\nbase_name = "a"\nstart_type = "gui"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.parallels]\nbase_name = "a"\nallowed_images = ["*", "a-*"]\n',
      findings: [
        '4 error invalid-value «"*"»: invalid-value.regexp fault=nothingToRepeat outcome=failsEach part=*',
        '4 warning vm-allowed-images «"a-*"»: vm-allowed-images',
      ],
      fixes: ['* Change to `".*"`', '* Change to `"^a-.*$"`'],
    },
    {
      text: '[[runners]]\nslot_cgroup_template = "a/$slot"\n',
      findings: ['2 hint slot-unused «slot_cgroup_template»: slot-unused.template'],
      fixes: ['Remove `slot_cgroup_template`'],
    },
    {
      text: '[[runners]]\nexecutor = "docker"\nuse_slot_cgroups = true\n',
      findings: ['3 hint slot-unused «use_slot_cgroups»: slot-unused.executor executor=docker'],
      fixes: ['Remove `use_slot_cgroups`'],
    },
  ]));
