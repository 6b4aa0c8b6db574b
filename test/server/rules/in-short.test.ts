/** What each rule about the shape of a file says of short texts. */
import { test } from 'node:test';
import { says } from './says';

test('a value that the key does not take', () =>
  says([
    {
      text: 'log_level = "verbose"\n',
      findings: ['1 error invalid-value «"verbose"»: invalid-value.meant key=log_level meant=debug value="verbose"'],
      fixes: ['* Change to `"debug"`'],
    },
    {
      text: '[[runners]]\nexecutor = "slurm"\n',
      findings: [
        '2 warning invalid-value «"slurm"»: invalid-value.not-a-value key=executor value="slurm" values=`custom` or `docker` or `docker+machine` or `docker-autoscaler` or `docker-windows` or `instance` or `kubernetes` or `parallels` or `shell` or `ssh` or `virtualbox`',
      ],
      fixes: [],
    },
    {
      text: "[[runners]]\nexecutor = 'k8s'\n",
      findings: ["2 error invalid-value «'k8s'»: invalid-value.meant key=executor meant=kubernetes value='k8s'"],
      fixes: ['* Change to `"kubernetes"`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\npull_policy = ["always", "nevr", "sometimes"]\n',
      findings: [
        '3 error invalid-value «"nevr"»: invalid-value.meant key=pull_policy meant=never value="nevr"',
        '3 error invalid-value «"sometimes"»: invalid-value.not-a-value key=pull_policy value="sometimes" values=`always` or `never` or `if-not-present`',
      ],
      fixes: ['* Change to `"never"`', 'Change to `"always"`', 'Change to `"never"`', 'Change to `"if-not-present"`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nallowed_pull_policies = ["if_not_present"]\n',
      findings: [
        '3 error invalid-value «"if_not_present"»: invalid-value.meant key=allowed_pull_policies meant=if-not-present value="if_not_present"',
      ],
      fixes: ['* Change to `"if-not-present"`'],
    },
    {
      text: '[labels]\n"a b" = "c"\n',
      findings: ['2 error invalid-value «"a b"»: invalid-value.label-name value="a b"'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.labels]\nabc = "x y"\n"" = "x"\n',
      findings: [
        '3 error invalid-value «"x y"»: invalid-value.label-value value="x y"',
        '4 error invalid-value «""»: invalid-value.label-name value=""',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nunhealthy_interval = "1 h"\ntoken_obtained_at = "yesterday"\n',
      findings: [
        '2 error invalid-value «"1 h"»: invalid-value.duration text=1 h',
        '3 error invalid-value «"yesterday"»: invalid-value.datetime value="yesterday"',
      ],
      fixes: ['* Change to `"1h"`'],
    },
    {
      text: '[[runners]]\n[runners.cache]\nType = "S3"\n',
      findings: ['3 warning invalid-value «"S3"»: invalid-value.meant key=Type meant=s3 value="S3"'],
      fixes: ['* Change to `"s3"`', 'Change to `"s3v2"`'],
    },
    {
      text: '[[runners]]\n[[runners.autoscaler.policy]]\nperiods = ["* * *", "* * 25 * * * *"]\ntimezone = "europe/berlin"\n',
      findings: [
        '3 warning invalid-value «"* * *"»: invalid-value.policy-period.fields count=3 text=* * *',
        '3 warning invalid-value «"* * 25 * * * *"»: invalid-value.policy-period.fields count=7 text=* * 25 * * * *',
        '4 error invalid-value «"europe/berlin"»: invalid-value.time-zone outcome=noJobs text=europe/berlin',
      ],
      fixes: ['* Change to `"Europe/Berlin"`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_TIMESTAMPS=maybe", "FF_TIMESTAMPS="]\n',
      findings: [
        '2 warning invalid-feature-flag «maybe»: invalid-feature-flag key=FF_TIMESTAMPS',
        '2 warning invalid-feature-flag «FF_TIMESTAMPS»: invalid-feature-flag key=FF_TIMESTAMPS',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker.services_devices]\na = ["x"]\n',
      findings: [],
      fixes: [],
    },
  ]));

test('a wrong type, and what the runner does with it', () =>
  says([
    {
      text: '[[runners]]\ndocker = "a"\n',
      findings: ['2 error wrong-type «"a"»: wrong-type.table found=string header=[runners.docker] key=docker'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.limit]]\n',
      findings: ['2 error wrong-type «limit»: wrong-type found=tables key=limit outcome=refused wanted=integer'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.shell]\n',
      findings: ['2 error wrong-type «shell»: wrong-type.executor-table key=shell'],
      fixes: ['* Remove the empty table `[runners.shell]`'],
    },
    {
      text: '[[runners]]\n[runners.shell]\na = 1\n',
      findings: ['2 error wrong-type «shell»: wrong-type.executor-table key=shell'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.ssh.user]\n',
      findings: ['2 error wrong-type «user»: wrong-type found=table key=user outcome=refused wanted=string'],
      fixes: ['* Remove the empty table `[runners.ssh.user]`'],
    },
    {
      text: '[[runners]]\n[runners.docker.memory]\na = 1\n',
      findings: ['2 error wrong-type «memory»: wrong-type found=table key=memory outcome=refused wanted=string'],
      fixes: [],
    },
    {
      text: '[[runners]]\nlimit = {}\n',
      findings: ['2 error wrong-type «{}»: wrong-type found=table key=limit outcome=refused wanted=integer'],
      fixes: [],
    },
    {
      text: '[[runners]]\nenvironment = [["a"], 1, true]\n',
      findings: [
        '2 error wrong-type «["a"]»: wrong-type.item key=environment outcome=refused wanted=string',
        '2 error wrong-type «1»: wrong-type.item key=environment outcome=refused wanted=string',
        '2 error wrong-type «true»: wrong-type.item key=environment outcome=refused wanted=string',
      ],
      fixes: ['* Change to `"a"`!', '* Change to `"1"`!', '* Change to `"true"`!'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nsysctls = "a"\n',
      findings: ['3 warning wrong-type «"a"»: wrong-type found=string key=sysctls outcome=ignored wanted=map'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\nsysctls = { a = 1, b = [1] }\n',
      findings: [
        '3 error wrong-type «1»: wrong-type.entry key=sysctls outcome=refused wanted=string',
        '3 error wrong-type «[1]»: wrong-type.entry key=sysctls outcome=refused wanted=string',
      ],
      fixes: ['* Change to `"1"`!'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nservices = ["a", 1]\n',
      findings: [
        '3 error wrong-type «"a"»: wrong-type.tables found=array header=[[runners.docker.services]] key=services',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\nservices = 1\n',
      findings: [
        '3 error wrong-type «1»: wrong-type.tables found=integer header=[[runners.docker.services]] key=services',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.kubernetes]\n[[runners.kubernetes.volumes.nfs]]\nname = "n"\nmount_path = "/m"\nserver = "s"\npath = 3\nread_only = "yes"\n',
      findings: [
        '7 error wrong-type «3»: wrong-type found=integer key=path outcome=refused wanted=string',
        '8 warning wrong-type «"yes"»: wrong-type found=string key=read_only outcome=ignored wanted=boolean',
      ],
      fixes: ['* Change to `"3"`!', '* Change to `true`!'],
    },
    {
      text: 'runners = 3\n',
      findings: ['1 error wrong-type «3»: wrong-type.tables found=integer header=[[runners]] key=runners'],
      fixes: [],
    },
    {
      text: 'runners = [1]\n',
      findings: ['1 error wrong-type «[1]»: wrong-type.tables found=array header=[[runners]] key=runners'],
      fixes: [],
    },
    {
      text: 'runners = [{}, 1]\n',
      findings: ['1 error wrong-type «1»: wrong-type.tables found=array header=[[runners]] key=runners'],
      fixes: [],
    },
    {
      text: '[[runners]]\nname = 1.5\nlimit = 1.5\n',
      findings: [
        '2 error wrong-type «1.5»: wrong-type found=float key=name outcome=refused wanted=string',
        '3 error wrong-type «1.5»: wrong-type found=float key=limit outcome=refused wanted=integer',
      ],
      fixes: ['* Change to `"1.5"`!'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nsysctls.net.core = "1"\n',
      findings: ['3 error wrong-type «net.core»: wrong-type.dotted key=sysctls name=net.core'],
      fixes: ['* Put it in quotes!'],
    },
    {
      text: '[[runners]]\ndocker = \n',
      findings: ['2 error missing-value «=»: missing-value name=docker'],
      fixes: [],
    },
  ]));

test('a key of another table', () =>
  says([
    {
      text: '[[runners]]\n[runners.docker]\n[runners.docker.sysctls]\nlimit = 2\n',
      findings: [
        '4 error misplaced-key «limit»: misplaced-key.in-map home=[[runners]] key=limit outcome=refused table=[runners.docker.sysctls]',
      ],
      fixes: ['* Move to `[[runners]]`'],
    },
    {
      text: '[[runners]]\n[runners.feature_flags]\nlimit = 2\n',
      findings: [
        '3 error misplaced-key «limit»: misplaced-key.in-map home=[[runners]] key=limit outcome=refused table=[runners.feature_flags]',
      ],
      fixes: ['* Move to `[[runners]]`'],
    },
    {
      text: '[[runners]]\n[runners.feature_flags]\nlimit = true\n',
      findings: [
        '3 warning misplaced-key «limit»: misplaced-key.in-map home=[[runners]] key=limit outcome=ignored table=[runners.feature_flags]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.kubernetes.node_selector]\nprivileged = true\n',
      findings: [
        '3 error misplaced-key «privileged»: misplaced-key.in-map home=[runners.kubernetes] key=privileged outcome=refused table=[runners.kubernetes.node_selector]',
      ],
      fixes: ['* Move to `[runners.kubernetes]`', 'Change to `"true"`'],
    },
    {
      text: '[[runners]]\n[runners.docker.sysctls]\nprivileged = "true"\n',
      findings: [
        '3 warning misplaced-key «privileged»: misplaced-key.in-map home=[runners.docker] key=privileged outcome=entry table=[runners.docker.sysctls]',
      ],
      fixes: ['* Move to `[runners.docker]` as `privileged` with the value `true`'],
    },
    {
      text: '[[runners]]\nimage = "a"\n[runners.docker]\nimage = "b"\n',
      findings: ['2 warning misplaced-key «image»: misplaced-key home=[runners.docker] key=image table=[[runners]]'],
      fixes: ['Remove `image`: `[runners.docker]` has it already'],
    },
    {
      text: '[[runners]]\nimage = "a"\n',
      findings: [
        '2 warning unknown-key «image»: unknown-key.elsewhere key=image places=(word.key-in key=image table=[runners.docker]) and (word.key-in key=image table=[runners.kubernetes]) table=[[runners]]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nconcurrent = 1\n',
      findings: ['2 warning misplaced-key «concurrent»: misplaced-key home=top key=concurrent table=[[runners]]'],
      fixes: ['* Move to the top of the file'],
    },
    {
      text: 'executor = "shell"\n',
      findings: ['1 warning misplaced-key «executor»: misplaced-key home=[[runners]] key=executor table=top'],
      fixes: ['* Move to `[[runners]]`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nUrl = "https://a.b"\n',
      findings: ['3 warning misplaced-key «Url»: misplaced-key home=[[runners]] key=Url table=[runners.docker]'],
      fixes: ['* Move to `[[runners]]`'],
    },
    {
      text: '[[runners]]\nexecutor = "kubernetes"\n[runners.kubernetes.node_selector]\nnamespace = "a"\n',
      findings: [],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\nS3ServerAddress = "a"\n',
      findings: ['3 warning unknown-key «S3ServerAddress»: unknown-key key=S3ServerAddress table=[runners.docker]'],
      fixes: [],
    },
  ]));

test('brackets too few and too many', () =>
  says([
    {
      text: '[runners]\nname = "a"\n',
      findings: ['1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners'],
      fixes: ['* Change to `[[runners]]`!'],
    },
    {
      text: 'runners = { name = "a" }\n',
      findings: ['1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners'],
      fixes: ['* Put the table into a list!'],
    },
    {
      text: '[[runners]]\n[runners.docker.services]\n',
      findings: [
        '2 warning missing-key «runners.docker.services»: missing-key key=name why=(required.service-name)',
        '2 error single-table-for-array «services»: single-table-for-array header=[[runners.docker.services]] key=runners.docker.services',
      ],
      fixes: ['Add `name` with an example: `"postgres:17"`', '* Change to `[[runners.docker.services]]`!'],
    },
    {
      text: '[[runners]]\n[runners.docker.services]\nname = "a"\n[[runners.docker.services]]\nname = "b"\n',
      findings: [
        '2 error single-table-for-array «services»: single-table-for-array header=[[runners.docker.services]] key=runners.docker.services',
      ],
      fixes: ['* Change to `[[runners.docker.services]]`!'],
    },
    {
      text: '[[runners]]\n[[runners.docker]]\nimage = "a"\n[[runners.docker]]\nimage = "b"\n',
      findings: [
        '2 error array-for-single-table «docker»: array-for-single-table header=[runners.docker] key=runners.docker outcome=refused',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.docker.sysctls]]\na = "1"\n',
      findings: [
        '2 warning array-for-single-table «sysctls»: array-for-single-table header=[runners.docker.sysctls] key=runners.docker.sysctls outcome=ignored',
      ],
      fixes: ['* Change to `[runners.docker.sysctls]`!'],
    },
    {
      text: '[[runners]]\n[[runners.docker.sysctls]]\na = 1\n',
      findings: [
        '2 warning array-for-single-table «sysctls»: array-for-single-table header=[runners.docker.sysctls] key=runners.docker.sysctls outcome=ignored',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.node_tolerations]]\nkey = "a"\noperator = "Exists"\neffect = "NoSchedule"\n',
      findings: [
        '2 warning array-for-single-table «node_tolerations»: array-for-single-table header=[runners.kubernetes.node_tolerations] key=runners.kubernetes.node_tolerations outcome=ignored',
      ],
      fixes: ['* Change to `[runners.kubernetes.node_tolerations]`'],
    },
    {
      text: 'runners.name = "a"\n',
      findings: ['1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners'],
      fixes: [],
    },
    {
      text: '[[session_server]]\n',
      findings: [
        '1 error array-for-single-table «session_server»: array-for-single-table header=[session_server] key=session_server outcome=refused',
      ],
      fixes: ['* Change to `[session_server]`!'],
    },
    {
      text: '[[runners]]\n[runners.docker]\n[[runners.docker]]\n',
      findings: ['3 error array-redefined «docker»: array-redefined name=docker'],
      fixes: ['* Remove the empty table `[runners.docker]`'],
    },
  ]));

test('a header of a list that must come first', () =>
  says([
    {
      text: '[runners.docker]\n[runners.cache]\n',
      findings: ['1 error missing-runners-header «runners.docker»: missing-runners-header key=[[runners]]'],
      fixes: ['* Insert `[[runners]]`!'],
    },
    {
      text: '[runners.docker]\n[[runners]]\n',
      findings: ['1 error missing-runners-header «runners.docker»: missing-runners-header key=[[runners]]'],
      fixes: ['* Insert `[[runners]]`'],
    },
    {
      text: '[Runners.docker]\nimage = "a"\n[[runners]]\n',
      findings: [
        '1 hint key-case «Runners»: key-case key=runners',
        '1 error missing-runners-header «Runners.docker»: missing-runners-header.case key=Runners list=[[runners]] name=runners',
      ],
      fixes: ['* Insert `[[runners]]`'],
    },
    {
      text: '[[runners]]\n[Runners.docker]\nimage = "a"\n',
      findings: [
        '2 hint key-case «Runners»: key-case key=runners',
        '2 error missing-runners-header «Runners.docker»: missing-runners-header.case key=Runners list=[[runners]] name=runners',
      ],
      fixes: ['* Rename to `runners`!', '* Rename to `runners`!'],
    },
    {
      text: 'runners.docker.image = "a"\nrunners = []\n',
      findings: ['2 warning duplicate-key «runners»: duplicate-key.loaded name=runners'],
      fixes: ['* Remove this one', 'Remove the first one'],
    },
    {
      text: 'runners.docker.image = "a"\nrunners = 1\n',
      findings: [
        '1 error missing-runners-header «runners»: missing-runners-header key=[[runners]]',
        '2 warning duplicate-key «runners»: duplicate-key.loaded name=runners',
      ],
      fixes: ['* Remove this one', 'Remove the first one'],
    },
    {
      text: 'runners.docker.image = "a"\nx = []\n',
      findings: [
        '1 error missing-runners-header «runners»: missing-runners-header key=[[runners]]',
        '2 warning unknown-key «x»: unknown-key key=x table=top',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker.services.x]\na = 1\n',
      findings: [
        '2 error missing-runners-header «runners.docker.services.x»: missing-runners-header key=[[runners.docker.services]]',
        '2 warning unknown-table «x»: unknown-table key=runners.docker.services.x',
      ],
      fixes: ['* Insert `[[runners.docker.services]]`!'],
    },
  ]));

test('an unknown table', () =>
  says([
    {
      text: '[foo]\na = 1\n',
      findings: ['1 warning unknown-table «foo»: unknown-table key=foo'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.dockr]\nimage = "a"\n',
      findings: [
        '2 warning unknown-table «dockr»: unknown-table.misspelled key=runners.dockr tables=`[runners.docker]`',
      ],
      fixes: ['* Change to `[runners.docker]`'],
    },
    {
      text: '[[runners]]\n[runners.s3]\nBucketName = "a"\n',
      findings: ['2 warning unknown-table «s3»: unknown-table.misspelled key=runners.s3 tables=`[runners.cache.s3]`'],
      fixes: ['* Change to `[runners.cache.s3]`'],
    },
    {
      text: '[docker]\nimage = "a"\n',
      findings: ['1 warning unknown-table «docker»: unknown-table.misspelled key=docker tables=`[runners.docker]`'],
      fixes: ['* Change to `[runners.docker]`'],
    },
    {
      text: '[[runners]]\n[runners.""]\n',
      findings: ['2 warning unknown-table «""»: unknown-table key=runners.""'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.sysctls]\na = "b"\n',
      findings: [
        '2 warning unknown-table «sysctls»: unknown-table.misspelled key=runners.sysctls tables=`[runners.docker.sysctls]`',
      ],
      fixes: ['* Change to `[runners.docker.sysctls]`'],
    },
    {
      text: '[[runners]]\n[runners.services]\nname = "a"\n',
      findings: [
        '2 warning unknown-table «services»: unknown-table.misspelled key=runners.services tables=`[[runners.docker.services]]` or `[[runners.kubernetes.services]]`',
      ],
      fixes: ['* Change to `[[runners.docker.services]]`', '* Change to `[[runners.kubernetes.services]]`'],
    },
    {
      text: '[[runners]]\nnode_selector = { a = "b" }\n',
      findings: [
        '2 warning unknown-table «node_selector»: unknown-table.misspelled key=runners.node_selector tables=`[runners.kubernetes.node_selector]`',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.security_context]\nrun_as_user = 1\n',
      findings: ['2 warning unknown-table «security_context»: unknown-table key=runners.security_context'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker.volumes.host_path]\nname = "a"\n',
      findings: ['2 error wrong-type «volumes»: wrong-type found=table key=volumes outcome=refused wanted=strings'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker.affinity]\na = 1\n',
      findings: ['2 warning unknown-table «affinity»: unknown-table key=runners.docker.affinity'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.tags]\na = 1\n',
      findings: ['2 warning unknown-table «tags»: unknown-table key=runners.tags'],
      fixes: [],
    },
  ]));

test('an unknown key', () =>
  says([
    {
      text: 'foo = 1\n',
      findings: ['1 warning unknown-key «foo»: unknown-key key=foo table=top'],
      fixes: [],
    },
    {
      text: '"" = 1\n',
      findings: ['1 warning unknown-key «""»: unknown-key key="" table=top'],
      fixes: [],
    },
    {
      text: '[[runners]]\nlimt = 1\nlimit = 2\n',
      findings: ['2 warning unknown-key «limt»: unknown-key.misspelled-present key=limt meant=limit table=[[runners]]'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\ncpu_limit = "1"\n',
      findings: [
        '3 warning unknown-key «cpu_limit»: unknown-key.elsewhere-unread key=cpu_limit places=(word.key-in key=cpu_limit table=[runners.kubernetes]) table=[runners.docker]',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\ntags = ["a"]\n',
      findings: [
        '2 warning unknown-key «tags»: unknown-key.not-here advice=(registration.tag-list) key=tags table=[[runners]]',
      ],
      fixes: ['Remove `tags`'],
    },
    {
      text: '[[runners]]\nclone = 1\nAccessKey = "a"\n',
      findings: [
        '2 warning unknown-key «clone»: unknown-key.misspelled key=clone meant=clone_url table=[[runners]]',
        '3 warning unknown-key «AccessKey»: unknown-key.elsewhere key=AccessKey places=(word.key-in key=AccessKey table=[runners.cache.s3]) table=[[runners]]',
      ],
      fixes: ['* Rename to `clone_url` and change the value to `"1"`'],
    },
    {
      text: '[[runners]]\nprivileged = true\n[runners.docker]\n',
      findings: [
        '2 warning misplaced-key «privileged»: misplaced-key home=[runners.docker] key=privileged table=[[runners]]',
      ],
      fixes: ['* Move to `[runners.docker]`'],
    },
    {
      text: '[[runners]]\nprivileged = true\n[runners.docker]\n[runners.kubernetes]\n',
      findings: [
        '2 warning unknown-key «privileged»: unknown-key.elsewhere key=privileged places=(word.key-in key=privileged table=[runners.docker]) and (word.key-in key=privileged table=[runners.kubernetes]) table=[[runners]]',
      ],
      fixes: ['Move to `[runners.docker]`', 'Move to `[runners.kubernetes]`'],
    },
    {
      text: '[[runners]]\nAccessKey = "a"\n[runners.cache]\n[runners.cache.s3]\n',
      findings: [
        '2 warning unknown-key «AccessKey»: unknown-key.elsewhere key=AccessKey places=(word.key-in key=AccessKey table=[runners.cache.s3]) table=[[runners]]',
      ],
      fixes: ['* Move to `[runners.cache.s3]`'],
    },
  ]));

test('a key of an older runner', () =>
  says([
    {
      text: '[[runners]]\n[runners.cache]\nAccessKey = "a"\n',
      findings: [
        '3 warning removed-key «AccessKey»: removed-key.replaced key=AccessKey removed=12.0 replacements=(word.key-in key=AccessKey table=[runners.cache.s3])',
      ],
      fixes: ['* Move to `[runners.cache.s3]`', 'Remove `AccessKey`'],
    },
    {
      text: '[[runners]]\n[runners.cache]\nType = "gcs"\nBucketName = "a"\n',
      findings: [
        '4 warning removed-key «BucketName»: removed-key.replaced key=BucketName removed=12.0 replacements=(word.key-in key=BucketName table=[runners.cache.gcs])',
      ],
      fixes: ['* Move to `[runners.cache.gcs]`', 'Remove `BucketName`'],
    },
    {
      text: '[[runners]]\n[runners.cache]\nType = "gcs"\nServerAddress = "a"\n',
      findings: [
        '4 warning removed-key «ServerAddress»: removed-key.replaced key=ServerAddress removed=12.0 replacements=(word.key-in key=ServerAddress table=[runners.cache.s3])',
      ],
      fixes: ['* Move to `[runners.cache.s3]`', 'Remove `ServerAddress`'],
    },
    {
      text: 'metrics_server = ":9252"\n',
      findings: [
        '1 warning removed-key «metrics_server»: removed-key.replaced key=metrics_server removed=12.0 replacements=`listen_address`',
      ],
      fixes: ['* Rename to `listen_address`', 'Remove `metrics_server`'],
    },
    {
      text: 'metrics_server = ":9252"\nlisten_address = ":1"\n',
      findings: [
        '1 warning removed-key «metrics_server»: removed-key.replaced key=metrics_server removed=12.0 replacements=`listen_address`',
      ],
      fixes: ['Remove `metrics_server`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nallowed_image = ["a"]\n',
      findings: [
        '3 warning unknown-key «allowed_image»: unknown-key.misspelled key=allowed_image meant=allowed_images table=[runners.docker]',
      ],
      fixes: ['* Rename to `allowed_images`'],
    },
    {
      text: '[[runners]]\n[runners.kubernetes]\ncpus = "1"\n',
      findings: ['3 warning removed-key «cpus»: removed-key.replaced key=cpus removed=9.4 replacements=`cpu_limit`'],
      fixes: ['* Rename to `cpu_limit`', 'Remove `cpus`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nwait_for_services_timout = 1\n',
      findings: [
        '3 warning unknown-key «wait_for_services_timout»: unknown-key.misspelled key=wait_for_services_timout meant=wait_for_services_timeout table=[runners.docker]',
      ],
      fixes: ['* Rename to `wait_for_services_timeout`'],
    },
    {
      text: '[[runners]]\n[runners.machine]\nOffPeakIdleCount = 1\n',
      findings: [
        '2 hint deprecated-key «machine»: deprecated-key.executor executors=`docker+machine` key=[runners.machine] planned=20.0 since=17.5',
        '3 warning deprecated-key «OffPeakIdleCount»: deprecated-key.no-effect-replaced key=OffPeakIdleCount replacements=`[[runners.machine.autoscaling]]` since=14.0',
      ],
      fixes: ['* Remove `OffPeakIdleCount`'],
    },
  ]));

test('a key that is missing, or as good as', () =>
  says([
    {
      text: '[[runners]]\ntoken = "glrt-x"\nurl = "https://a"\nfoo = 1\n[runners.kubernetes]\n',
      findings: [
        '1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)',
        '4 warning unknown-key «foo»: unknown-key key=foo table=[[runners]]',
      ],
      fixes: ['* Add `executor`'],
    },
    {
      text: '[[runners]]\ntoken = "glrt-x"\nurl = "https://a"\n[runners.custom]\n',
      findings: ['1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)'],
      fixes: ['* Add `executor`'],
    },
    {
      text: '[[runners]]\ntoken = "glrt-x"\nurl = "https://a"\nshell = "bash"\n',
      findings: ['1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)'],
      fixes: ['* Add `executor`'],
    },
    {
      text: 'runners = [{ token = "x" }]\n',
      findings: [
        '1 warning missing-key «{»: missing-key key=url why=(required.runner-url)',
        '1 error missing-key «{»: missing-key key=executor why=(required.runner-executor)',
      ],
      fixes: ['* Add `url`', '* Add `executor`'],
    },
    {
      text: '[[runners]\ntoken = "x"\n',
      findings: ['1 error unclosed-header «[[runners]»: unclosed-header bracket=]]'],
      fixes: ['* Insert `]`!'],
    },
    {
      text: '[[runners]]\ntoken = ""\n',
      findings: ['2 warning token-empty «""»: token-empty'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.docker.services]]\n',
      findings: ['2 warning missing-key «runners.docker.services»: missing-key key=name why=(required.service-name)'],
      fixes: ['Add `name` with an example: `"postgres:17"`'],
    },
    {
      text: '[[runners]]\n[[runners.docker.services]]\nname = ""\n',
      findings: ['3 warning missing-key «name»: missing-key.empty key=name why=(required.service-name)'],
      fixes: ['Add `name` with an example: `"postgres:17"`'],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.host_aliases]]\nip = "10.0.0.1"\nhostnames = []\n',
      findings: [
        '4 warning missing-key «hostnames»: missing-key.empty key=hostnames why=(required.host-alias-hostnames)',
      ],
      fixes: ['Add `hostnames` with an example: `["gitlab.example.com", "registry.exam…`'],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.host_aliases]]\nip = "10.0.0.1"\nhostnames = ["", "a"]\n',
      findings: ['4 error invalid-value «""»: invalid-value.k8s-host-name fault=other value=""'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.volumes.nfs]]\n',
      findings: [
        '2 error missing-key «runners.kubernetes.volumes.nfs»: missing-key.refused key=name',
        '2 error missing-key «runners.kubernetes.volumes.nfs»: missing-key.refused key=mount_path',
        '2 error missing-key «runners.kubernetes.volumes.nfs»: missing-key.refused key=server',
        '2 error missing-key «runners.kubernetes.volumes.nfs»: missing-key.refused key=path',
      ],
      fixes: [
        'Add `name` with an example: `"datasets"`',
        'Add `mount_path` with an example: `"/mnt/datasets"`',
        'Add `server` with an example: `"nfs.example.com"`',
        'Add `path` with an example: `"/exports/datasets"`',
      ],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.volumes.pvc]]\nname = {}\n',
      findings: [
        '2 error missing-key «runners.kubernetes.volumes.pvc»: missing-key key=mount_path why=(required.volume-mount-path)',
        '3 error wrong-type «{}»: wrong-type found=table key=name outcome=refused wanted=string',
      ],
      fixes: ['Add `mount_path` with an example: `"/opt/maven/repository"`'],
    },
  ]));

test('a path with an escape', () =>
  says([
    {
      text: '[[runners]]\npre_build_script = """\nC:\\builds"""\n',
      findings: ['3 warning control-escape «\\b»: control-escape letter=b quotes=triple'],
      fixes: ["* Use `'''`", 'Double the backslashes'],
    },
    {
      text: '[[runners]]\nbuilds_dir = "C:\\builds\\q"\n',
      findings: ['2 error bad-escape «\\q»: bad-escape text=\\q'],
      fixes: ['* Use single quotes', 'Double the backslashes'],
    },
    {
      text: '[[runners]]\npre_build_script = """\ncd C:\\builds \\\n x\n"""\n',
      findings: ['3 warning control-escape «\\b»: control-escape letter=b quotes=triple'],
      fixes: [],
    },
    {
      text: '[[runners]]\npre_build_script = """\ncd C:\\builds a\\\\ "b"\n"""\n',
      findings: ['3 warning control-escape «\\b»: control-escape letter=b quotes=triple'],
      fixes: ['* Double the backslashes'],
    },
    {
      text: '[[runners]]\n"x-own" = "C:\\builds"\n',
      findings: ['2 warning unknown-key «"x-own"»: unknown-key key=x-own table=[[runners]]'],
      fixes: [],
    },
    {
      text: '[[runners]]\nbuilds_dir = "C:\\builds\\temp"\ncache_dir = "D:\\new"\n',
      findings: [
        '2 error control-escape «\\b»: control-escape letter=b quotes=single',
        '3 error control-escape «\\n»: control-escape letter=n quotes=single',
      ],
      fixes: ['* Use single quotes', 'Double the backslashes', '* Use single quotes', 'Double the backslashes'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nvolumes = [["C:\\temp"], "D:\\new", \'E:\\new\', """F:\\run"""]\n',
      findings: [
        '3 error wrong-type «["C:\\temp"]»: wrong-type.item key=volumes outcome=refused wanted=string',
        '3 error control-escape «\\t»: control-escape letter=t quotes=single',
        '3 error control-escape «\\n»: control-escape letter=n quotes=single',
        '3 warning control-escape «\\r»: control-escape letter=r quotes=triple',
      ],
      fixes: [
        '* Change to `"C:\\temp"`!',
        '* Use single quotes',
        'Double the backslashes',
        '* Use single quotes',
        'Double the backslashes',
        "* Use `'''`",
        'Double the backslashes',
      ],
    },
    {
      text: '[[runners]]\nbuilds_dir = "it\'s C:\\fun"\ncache_dir = "C:\\e"\n',
      findings: [
        '2 warning control-escape «\\f»: control-escape letter=f quotes=single',
        '3 error control-escape «\\e»: control-escape letter=e quotes=single',
      ],
      fixes: ['* Double the backslashes', '* Use single quotes', 'Double the backslashes'],
    },
  ]));

test('two spellings, and one of another case', () =>
  says([
    {
      text: 'Concurrent = 1\nconcurrent = 1\n',
      findings: ['2 warning duplicate-key «concurrent»: duplicate-key.values key=concurrent other=Concurrent'],
      fixes: ['* Remove `concurrent`!', 'Remove `Concurrent`'],
    },
    {
      text: 'Concurrent = 1\nCONCURRENT = 2\n',
      findings: [
        '1 hint key-case «Concurrent»: key-case key=concurrent',
        '2 warning duplicate-key «CONCURRENT»: duplicate-key.values key=CONCURRENT other=Concurrent',
        '2 hint key-case «CONCURRENT»: key-case key=concurrent',
      ],
      fixes: ['* Rename to `concurrent`!', 'Remove `CONCURRENT`', 'Remove `Concurrent`', '* Rename to `concurrent`!'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nimage = "a"\n[runners.Docker]\nimage = "b"\n',
      findings: ['4 warning duplicate-key «Docker»: duplicate-key.tables key=Docker name=image other=docker'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.docker.services]]\nname = "a"\n[[runners.docker.Services]]\nname = "b"\n',
      findings: ['4 warning duplicate-key «Services»: duplicate-key.lists key=Services other=services'],
      fixes: ['* Rename to `services`!'],
    },
    {
      text: '[[runners]]\n[[runners.kubernetes.volumes.nfs]]\nName = "n"\nmount_path = "/m"\nserver = "s"\npath = "/p"\nRead_Only = true\n',
      findings: [
        '3 error key-case «Name»: key-case.strict key=name outcome=refused',
        '7 warning key-case «Read_Only»: key-case.strict key=read_only outcome=ignored',
      ],
      fixes: ['* Rename to `name`!', '* Rename to `read_only`!'],
    },
    {
      text: '[[runners]]\n[runners.docker.Sysctls]\na = "1"\n',
      findings: ['2 hint key-case «Sysctls»: key-case key=sysctls'],
      fixes: ['* Rename to `sysctls`!'],
    },
    {
      text: '[[runners]]\n[runners.docker.sysctls]\na = "1"\n[runners.docker.Sysctls]\nb = "1"\n',
      findings: ['4 hint key-case «Sysctls»: key-case key=sysctls'],
      fixes: [],
    },
    {
      text: '[[runners]]\nEnvironment = ["A=1"]\nenvironment = ["A=1"]\n',
      findings: ['3 warning duplicate-key «environment»: duplicate-key.values key=environment other=Environment'],
      fixes: ['* Remove `environment`!', 'Remove `Environment`'],
    },
  ]));

test('a flag of the runner’s features', () =>
  says([
    {
      text: '[[runners]]\n[runners.feature_flags]\nFF_FOO = true\nFF_TIMESTAMP = true\n',
      findings: [
        '3 warning unknown-feature-flag «FF_FOO»: unknown-feature-flag key=FF_FOO',
        '4 warning unknown-feature-flag «FF_TIMESTAMP»: unknown-feature-flag.misspelled key=FF_TIMESTAMP meant=FF_TIMESTAMPS',
      ],
      fixes: ['* Rename to `FF_TIMESTAMPS`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_NETWORK_PER_BUILD=yes", "FF_NETWORK_PER_BUILD=", "A=b"]\n',
      findings: [
        '2 warning invalid-feature-flag «yes»: invalid-feature-flag key=FF_NETWORK_PER_BUILD',
        '2 warning invalid-feature-flag «FF_NETWORK_PER_BUILD»: invalid-feature-flag key=FF_NETWORK_PER_BUILD',
      ],
      fixes: ['* Change to `true`'],
    },
    {
      text: '[[runners]]\nFF_NETWORK_PER_BUILD = true\n',
      findings: [
        '2 warning misplaced-feature-flag «FF_NETWORK_PER_BUILD»: misplaced-feature-flag home=table key=FF_NETWORK_PER_BUILD',
      ],
      fixes: ['* Move to `[runners.feature_flags]`'],
    },
    {
      text: '[[runners]]\n[runners.docker]\nFF_NETWORK_PER_BUILD = true\n[runners.feature_flags]\nFF_NETWORK_PER_BUILD = false\n',
      findings: [
        '3 warning misplaced-feature-flag «FF_NETWORK_PER_BUILD»: misplaced-feature-flag home=table key=FF_NETWORK_PER_BUILD',
        '5 hint default-feature-flag «FF_NETWORK_PER_BUILD»: default-feature-flag effect=fixed key=FF_NETWORK_PER_BUILD value=false',
      ],
      fixes: ['Remove `FF_NETWORK_PER_BUILD`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_NETWORK_PER_BUILD=true"]\n[runners.feature_flags]\nFF_NETWORK_PER_BUILD = false\n',
      findings: [
        '2 warning feature-flag-both «FF_NETWORK_PER_BUILD»: feature-flag-both key=FF_NETWORK_PER_BUILD value=false',
      ],
      fixes: ['Remove `FF_NETWORK_PER_BUILD`'],
    },
    {
      text: '[[runners]]\n[runners.feature_flags]\nff_network_per_build = true\n',
      findings: [
        '3 warning unknown-feature-flag «ff_network_per_build»: unknown-feature-flag.misspelled key=ff_network_per_build meant=FF_NETWORK_PER_BUILD',
      ],
      fixes: ['* Rename to `FF_NETWORK_PER_BUILD`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_NETWORK_PER_BUILD=false", "FF_NETWORK_PER_BUILD=true"]\n',
      findings: [
        '2 hint overridden-feature-flag «FF_NETWORK_PER_BUILD»: overridden-feature-flag key=FF_NETWORK_PER_BUILD',
      ],
      fixes: ['Remove `FF_NETWORK_PER_BUILD`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_USE_DIRECT_DOWNLOAD=true", "FF_K8S_USE_ENTRYPOINT_OVER_COMMAND=1"]\n',
      findings: [
        '2 hint default-feature-flag «FF_USE_DIRECT_DOWNLOAD»: default-feature-flag.since effect=none key=FF_USE_DIRECT_DOWNLOAD value=true version=13.1',
        '2 warning removed-feature-flag «FF_K8S_USE_ENTRYPOINT_OVER_COMMAND»: removed-feature-flag key=FF_K8S_USE_ENTRYPOINT_OVER_COMMAND removed=12.0',
      ],
      fixes: ['Remove `FF_USE_DIRECT_DOWNLOAD`', 'Remove `FF_K8S_USE_ENTRYPOINT_OVER_COMMAND`'],
    },
    {
      text: '[[runners]]\n[runners.feature_flags]\nFF_USE_LEGACY_KUBERNETES_EXECUTION_STRATEGY = true\nFF_ENABLE_BASH_EXIT_CODE_CHECK = "x"\n',
      findings: ['4 error wrong-type «"x"»: wrong-type.entry key=feature_flags outcome=refused wanted=boolean'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.feature_flags]\nFF_CMD_DISABLE_DELAYED_ERROR_LEVEL_EXPANSION = false\n',
      findings: [
        '3 warning removed-feature-flag «FF_CMD_DISABLE_DELAYED_ERROR_LEVEL_EXPANSION»: removed-feature-flag key=FF_CMD_DISABLE_DELAYED_ERROR_LEVEL_EXPANSION removed=17.0',
      ],
      fixes: ['Remove `FF_CMD_DISABLE_DELAYED_ERROR_LEVEL_EXPANSION`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_USE_ADAPTIVE_REQUEST_CONCURRENCY=false"]\n',
      findings: [
        '2 warning misplaced-feature-flag «FF_USE_ADAPTIVE_REQUEST_CONCURRENCY»: misplaced-feature-flag.variable key=FF_USE_ADAPTIVE_REQUEST_CONCURRENCY',
      ],
      fixes: ['* Move to `[runners.feature_flags]`'],
    },
  ]));

test('labels, slots and images', () =>
  says([
    {
      text: '[[runners]]\nuse_slot_cgroups = true\nslot_cgroup_template = "a//"\n[runners.docker]\nservice_slot_cgroup_template = "b"\n',
      findings: [
        '3 warning slot-cgroup «"a//"»: slot-cgroup key=slot_cgroup_template',
        '5 warning slot-cgroup «"b"»: slot-cgroup key=service_slot_cgroup_template',
      ],
      fixes: [`* Change to \`"a/slot-\${slot}"\``, `* Change to \`"b/slot-\${slot}"\``],
    },
    {
      text: '[[runners]]\n[runners.docker]\nhelper_image = "gitlab/gitlab-runner:alpine-v16.6.1@sha256:abababababababababababababababababababababababababababababababab"\n',
      findings: [
        '3 error helper-image «"gitlab/gitlab-runner:alpine-v16.6.1@sha256:abababababababababababababababababababababababababababababababab"»: helper-image repository=registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper',
      ],
      fixes: [`* Use the helper image \`x86_64-v\${CI_RUNNER_VERSION}\``, 'Use the helper image `x86_64-v16.6.1`'],
    },
    {
      text: '[[runners]]\n[runners.kubernetes]\nhelper_image = "gitlab/gitlab-runner:v16"\n',
      findings: [
        '3 error helper-image «"gitlab/gitlab-runner:v16"»: helper-image repository=registry.gitlab.com/gitlab-org/gitlab-runner/gitlab-runner-helper',
      ],
      fixes: [`* Use the helper image \`x86_64-v\${CI_RUNNER_VERSION}\``],
    },
    {
      text: '[[runners]]\nname = "__NAME__"\ntoken = "REPLACE_ME"\n',
      findings: [
        '1 warning missing-key «runners»: missing-key key=url why=(required.runner-url)',
        '1 error missing-key «runners»: missing-key key=executor why=(required.runner-executor)',
      ],
      fixes: ['* Add `url`', '* Add `executor`'],
    },
    {
      text: '[[runners]]\nurl = "<URL>"\ntoken = "REPLACE_ME"\nexecutor = "shell"\n',
      findings: [
        '2 hint unfilled-value «"<URL>"»: unfilled-value key=url',
        '3 hint unfilled-value «"REPLACE_ME"»: unfilled-value key=token',
      ],
      fixes: [],
    },
  ]));
test('what is nearly another mistake', () =>
  says([
    {
      text: 'log_format = """info"""\n',
      findings: [
        '1 error invalid-value «"""info"""»: invalid-value.not-a-value key=log_format value="""info""" values=`runner` or `text` or `json`',
      ],
      fixes: ['Change to `"runner"`', 'Change to `"text"`', 'Change to `"json"`'],
    },
    {
      text: 'runners.docker.image = "a"\nrunners.name = "b"\nx = []\n',
      findings: [
        '1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners',
        '3 warning unknown-key «x»: unknown-key key=x table=top',
      ],
      fixes: [],
    },
    {
      text: 'runners.docker.image = "a"\nrunners.name = "b"\nrunners = []\n',
      findings: [
        '1 error single-table-for-array «runners»: single-table-for-array header=[[runners]] key=runners',
        '3 error duplicate-key «runners»: duplicate-key name=runners',
      ],
      fixes: ['* Remove this one', 'Remove the first one'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_TIMESTAMPS=yesterday", "FF_TIMESTAMPS= on ", "FF_TIMESTAMPS=enabled", "FF_TIMESTAMPS=off "]\n',
      findings: [
        '2 warning invalid-feature-flag «yesterday»: invalid-feature-flag key=FF_TIMESTAMPS',
        '2 warning invalid-feature-flag « on »: invalid-feature-flag key=FF_TIMESTAMPS',
        '2 warning invalid-feature-flag «enabled»: invalid-feature-flag key=FF_TIMESTAMPS',
        '2 warning invalid-feature-flag «off »: invalid-feature-flag key=FF_TIMESTAMPS',
      ],
      fixes: ['* Change to `true`', '* Change to `true`', '* Change to `false`'],
    },
    {
      text: '[[runners]]\nenvironment = ["FF_TIMESTAMPS=offline", "FF_TIMESTAMPS=a no"]\n',
      findings: [
        '2 warning invalid-feature-flag «offline»: invalid-feature-flag key=FF_TIMESTAMPS',
        '2 warning invalid-feature-flag «a no»: invalid-feature-flag key=FF_TIMESTAMPS',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.kubernetes.shell]\na = 1\n',
      findings: ['2 warning unknown-table «shell»: unknown-table key=runners.kubernetes.shell'],
      fixes: [],
    },
    {
      text: '[[runners]]\nlimit.docker = 1\n',
      findings: ['2 error wrong-type «limit»: wrong-type found=table key=limit outcome=refused wanted=integer'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[[runners.shell]]\n',
      findings: ['2 error wrong-type «shell»: wrong-type found=tables key=shell outcome=refused wanted=string'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.limit]\n',
      findings: ['2 error wrong-type «limit»: wrong-type found=table key=limit outcome=refused wanted=integer'],
      fixes: ['* Remove the empty table `[runners.limit]`'],
    },
    {
      text: '[[runners]]\n[runners.docker.sysctls.a]\nb = 1\n',
      findings: ['2 error wrong-type «sysctls»: wrong-type.entry key=sysctls outcome=refused wanted=string'],
      fixes: [],
    },
    {
      text: '[[runners]]\n[runners.docker]\nlabels = { a = "b" }\n',
      findings: [
        '3 warning unknown-table «labels»: unknown-table.misspelled key=runners.docker.labels tables=`[runners.labels]`',
      ],
      fixes: [],
    },
    {
      text: '[[runners]]\nurl = ""\ntoken = "glrt-x"\nexecutor = ""\n',
      findings: [
        '2 warning missing-key «url»: missing-key.empty key=url why=(required.runner-url)',
        '4 warning invalid-value «""»: invalid-value.not-a-value key=executor value="" values=`custom` or `docker` or `docker+machine` or `docker-autoscaler` or `docker-windows` or `instance` or `kubernetes` or `parallels` or `shell` or `ssh` or `virtualbox`',
      ],
      fixes: ['* Add `url`'],
    },
  ]));
