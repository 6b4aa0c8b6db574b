/** Configurations of each area that are as they should be: nobody has a word for them. Docker and runners have tables of their own. */
import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { Service } from '../../../server/service';
import { counted } from '../../counted';

const GLOBALS = 'concurrent = 4\n';
const RUNNER = '[[runners]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "$RUNNER_TOKEN"\n';
const shell = (lines = '', globals = '') => `${GLOBALS}${globals}${RUNNER}  executor = "shell"\n${lines}`;
const docker = (ofRunner = '', ofDocker = '', below = '') =>
  `${GLOBALS}${RUNNER}  executor = "docker"\n${ofRunner}  [runners.docker]\n    image = "alpine:3.20"\n${ofDocker}${below}`;
const pods = (ofTable = '', ofRunner = '', below = '') =>
  `${GLOBALS}${RUNNER}  executor = "kubernetes"\n${ofRunner}  [runners.kubernetes]\n    namespace = "ci"\n    image = "alpine:3.20"\n${ofTable}${below}`;
const cache = (lines: string) => docker('', '', `  [runners.cache]\n${lines}`);
const S3 =
  '    Type = "s3"\n    [runners.cache.s3]\n      BucketName = "runner-cache"\n      BucketLocation = "eu-central-1"\n';
const environment = (...entries: string[]) =>
  docker(`  environment = [${entries.map((each) => `'${each}'`).join(', ')}]\n`);
const flags = (lines: string) => docker('', '', `  [runners.feature_flags]\n${lines}`);
const scaled = (ofAutoscaler = '', policies = '') =>
  `${GLOBALS}${RUNNER}  executor = "docker-autoscaler"\n  [runners.docker]\n    image = "alpine:3.20"\n  [runners.autoscaler]\n    plugin = "aws"\n    capacity_per_instance = 1\n    max_instances = 4\n${ofAutoscaler}    [runners.autoscaler.plugin_config]\n      name = "asg-1"\n${policies}`;
const policy = (lines: string) => `    [[runners.autoscaler.policy]]\n${lines}`;
const chart = (config: string, values = '') =>
  `gitlabUrl: https://gitlab.example.com\n${values}runners:\n  config: |\n${config.replace(/^(?=.)/gm, '    ')}`;
const TEMPLATE = '[[runners]]\n  [runners.kubernetes]\n    image = "alpine:3.20"\n';

const areas: Readonly<Record<string, readonly string[]>> = {
  shape: [
    '',
    '# nothing\n',
    GLOBALS,
    `${GLOBALS}check_interval = 0\n`,
    `${GLOBALS}log_level = "warning"\nlog_format = "json"\n`,
    `${GLOBALS}shutdown_timeout = 30\n`,
    `${GLOBALS}connection_max_age = "15m0s"\n`,
    `${GLOBALS}\n[session_server]\n  session_timeout = 1800\n`,
    `${GLOBALS}[labels]\n  team = "build"\n`,
    `${GLOBALS}runners = [{ name = "a", url = "https://gitlab.example.com", token = "$T", executor = "shell" }]\n`,
    `${GLOBALS}[[ runners ]]\n  name = "a"\n  url = "https://gitlab.example.com"\n  token = "$T"\n  executor = "shell"\n`,
    `${GLOBALS}[[runners]]\r\n  name = "a"\r\n  url = "https://gitlab.example.com"\r\n  token = "$T"\r\n  executor = "shell"\r\n`,
    shell('  "limit" = 2\n'),
    shell("  'limit' = 2\n"),
    shell('  limit = 2 # of four\n'),
    shell('  pre_build_script = """\n  set -e\n  echo "hi"\n"""\n'),
    shell('  pre_build_script = \'echo "hi"\'\n'),
    shell('  builds_dir = "/srv/builds"\n  cache_dir = "/srv/cache"\n'),
    shell('  output_limit = 8_192\n'),
    shell('  token_obtained_at = 2024-01-31T08:30:00Z\n  token_expires_at = 0001-01-01T00:00:00Z\n'),
    shell('  [runners.custom_build_dir]\n    enabled = true\n'),
    shell('  custom_build_dir.enabled = true\n'),
    shell('  custom_build_dir = { enabled = true }\n'),
  ],
  network: [
    shell('', 'listen_address = ":9252"\n'),
    shell('', 'listen_address = "127.0.0.1:9252"\n'),
    shell('', 'listen_address = "[::1]:9252"\n'),
    shell('', 'listen_address = "localhost"\n'),
    shell('', 'listen_address = ""\n'),
    shell('', 'sentry_dsn = "https://public@sentry.example.com/1"\n'),
    shell('', '[session_server]\n  listen_address = "[::]:8093"\n  advertise_address = "runner.example.com:8093"\n'),
    shell('', '[session_server]\n  listen_address = "0.0.0.0:8093"\n  advertise_address = "192.0.2.7:8093"\n'),
    shell('', '[session_server]\n  listen_address = "runner.example.com:8093"\n'),
    shell(
      '',
      'listen_address = "127.0.0.1:9252"\n[session_server]\n  listen_address = "0.0.0.0:8093"\n  advertise_address = "a.example.com:8093"\n',
    ),
    shell('', '[session_server]\n  session_timeout = 1800\n'),
    shell('  clone_url = "https://git.example.com"\n'),
    shell('  clone_url = "https://git.example.com/gitlab"\n'),
    shell().replace('gitlab.example.com', 'gitlab.example.com/gitlab'),
    shell().replace('gitlab.example.com', 'gitlab.example.com:8443/'),
    shell().replace('https://gitlab.example.com', 'https://localhost'),
    shell().replace('https://gitlab.example.com', '$CI_SERVER_URL'),
    shell('  tls-ca-file = "/etc/gitlab-runner/ca.crt"\n'),
    shell('  tls-cert-file = "/etc/r.crt"\n  tls-key-file = "/etc/r.key"\n'),
    shell().replace('$RUNNER_TOKEN', 'glrt-t1_Yk3nQ8sVbR5wXcJ2mLpZ'),
    shell().replace('$RUNNER_TOKEN', 'Yk3nQ8sVbR5wXcJ2mLpZ'),
  ],
  cache: [
    cache('    Type = ""\n'),
    cache('    Shared = true\n'),
    cache(S3),
    cache(`    Shared = true\n${S3}`),
    cache(`    Path = "linux"\n${S3}`),
    cache(
      `${S3}      ServerAddress = "s3.amazonaws.com"\n      AccessKey = "AKIAIOSFODNN7ABCDEFG"\n      SecretKey = "k"\n`,
    ),
    cache(`${S3}      AuthenticationType = "iam"\n`),
    cache(`${S3}      AuthenticationType = "iam"\n      ServerAddress = "s3.amazonaws.com"\n`),
    cache(`${S3}      RoleARN = "arn:aws:iam::123456789012:role/cache"\n`),
    cache(
      `${S3.replace(/ *BucketLocation.*\n/, '')}      ServerAddress = "minio.example.com:9000"\n      AccessKey = "a"\n      SecretKey = "s"\n`,
    ),
    cache(
      `${S3}      ServerAddress = "minio.example.com:9000"\n      AccessKey = "a"\n      SecretKey = "s"\n      Insecure = true\n`,
    ),
    cache(`${S3}      ServerSideEncryption = "S3"\n`),
    cache(`${S3}      ServerSideEncryption = "KMS"\n      ServerSideEncryptionKeyID = "alias/cache"\n`),
    cache(`${S3}      DualStack = false\n`),
    cache(`${S3}      Accelerate = true\n`),
    cache('    Type = "gcs"\n    [runners.cache.gcs]\n      BucketName = "runner-cache"\n'),
    cache(
      '    Type = "gcs"\n    [runners.cache.gcs]\n      BucketName = "runner-cache"\n      CredentialsFile = "/etc/key.json"\n',
    ),
    cache(
      '    Type = "gcs"\n    [runners.cache.gcs]\n      BucketName = "runner-cache"\n      AccessID = "a@b.iam.gserviceaccount.com"\n      PrivateKey = "k"\n',
    ),
    cache('    Type = "azure"\n    [runners.cache.azure]\n      AccountName = "acc"\n      ContainerName = "cache"\n'),
    cache(
      '    Type = "azure"\n    [runners.cache.azure]\n      AccountName = "acc"\n      AccountKey = "a2V5"\n      ContainerName = "cache"\n',
    ),
    cache('    [runners.cache.s3]\n    [runners.cache.gcs]\n    [runners.cache.azure]\n'),
  ],
  environment: [
    environment(),
    environment('A=1'),
    environment('A=1', 'B=2'),
    environment('A='),
    environment('A=a=b'),
    environment('A=a b c'),
    environment('HTTP_PROXY=http://proxy.example.com:3128', 'NO_PROXY=localhost,.example.com'),
    environment('GIT_STRATEGY=clone'),
    environment('LC_ALL=C.UTF-8'),
    environment('PATH=/usr/local/bin:/usr/bin:/bin'),
    environment('CACHE_DIR=$CI_PROJECT_DIR/.cache'),
    environment('DOCKER_AUTH_CONFIG={"auths":{}}'),
    environment('DOCKER_AUTH_CONFIG={"credsStore":"ecr-login"}'),
    environment('DOCKER_AUTH_CONFIG={"credHelpers":{"r.example.com":"ecr-login"}}'),
    environment('DOCKER_AUTH_CONFIG={"auths":{"r.example.com":{"auth":"dXNlcjpwYXNz"}}}'),
    environment('DOCKER_HOST=tcp://docker:2376', 'DOCKER_TLS_CERTDIR=/certs'),
    environment('JAVA_OPTS=-Xmx1g -Dfile.encoding=UTF-8'),
    environment('JSON={"a":"b"}'),
    environment('MESSAGE=50% done'),
    environment('a_b=1', 'A_B=2'),
  ],
  flags: [
    flags('    FF_NETWORK_PER_BUILD = true\n'),
    flags('    FF_USE_FASTZIP = true\n'),
    flags('    FF_SCRIPT_SECTIONS = true\n'),
    flags('    FF_DISABLE_UMASK_FOR_DOCKER_EXECUTOR = true\n'),
    flags('    FF_ENABLE_BASH_EXIT_CODE_CHECK = true\n'),
    flags('    FF_TIMESTAMPS = false\n'),
    flags('    FF_LOG_IMAGES_CONFIGURED_FOR_JOB = true\n'),
    flags('    FF_CLEAN_UP_FAILED_CACHE_EXTRACT = true\n'),
    flags('    FF_MASK_ALL_DEFAULT_TOKENS = false\n'),
    flags('    FF_ENABLE_JOB_CLEANUP = true\n'),
    flags('    FF_USE_WINDOWS_JOB_OBJECT = false\n').replace(/ {4}FF_.*\n/, ''),
    flags('    FF_NETWORK_PER_BUILD = true\n    FF_SCRIPT_SECTIONS = true\n'),
    flags(''),
    environment('FF_NETWORK_PER_BUILD=true'),
    environment('FF_NETWORK_PER_BUILD=1'),
    environment('FF_SCRIPT_SECTIONS=true'),
    pods('', '', '  [runners.feature_flags]\n    FF_WAIT_FOR_POD_TO_BE_REACHABLE = true\n'),
    pods('', '', '  [runners.feature_flags]\n    FF_PRINT_POD_EVENTS = true\n'),
    pods('', '', '  [runners.feature_flags]\n    FF_USE_POD_ACTIVE_DEADLINE_SECONDS = false\n'),
    pods('', '', '  [runners.feature_flags]\n    FF_KUBERNETES_HONOR_ENTRYPOINT = true\n'),
    shell('  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = true\n'),
  ],
  kubernetes: [
    pods(),
    pods('    privileged = false\n'),
    pods('    cpu_request = "500m"\n    cpu_limit = "1"\n'),
    pods('    memory_request = "512Mi"\n    memory_limit = "1Gi"\n'),
    pods('    cpu_request = "1"\n    cpu_request_overwrite_max_allowed = "4"\n'),
    pods('    service_account = "runner"\n'),
    pods('    poll_interval = 5\n    poll_timeout = 360\n'),
    pods('    pull_policy = "if-not-present"\n'),
    pods('    pull_policy = ["always", "if-not-present"]\n    allowed_pull_policies = ["always", "if-not-present"]\n'),
    pods('    image_pull_secrets = ["registry"]\n'),
    pods('    helper_image = "gitlab/gitlab-runner-helper:alpine-latest-x86_64-v$' + '{CI_RUNNER_VERSION}"\n'),
    pods('    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "amd64"\n'),
    pods('    [runners.kubernetes.node_tolerations]\n      "dedicated=ci" = "NoSchedule"\n'),
    pods('    [runners.kubernetes.pod_labels]\n      team = "build"\n'),
    pods('    [runners.kubernetes.pod_annotations]\n      "example.com/owner" = "Team Build"\n'),
    pods('    [runners.kubernetes.pod_security_context]\n      run_as_user = 1000\n      fs_group = 1000\n'),
    pods(
      '    [[runners.kubernetes.volumes.empty_dir]]\n      name = "tmp"\n      mount_path = "/tmp"\n      medium = "Memory"\n',
    ),
    pods('    [[runners.kubernetes.volumes.pvc]]\n      name = "cache"\n      mount_path = "/cache"\n'),
    pods(
      '    [[runners.kubernetes.volumes.secret]]\n      name = "ca"\n      mount_path = "/etc/ca"\n      read_only = true\n',
    ),
    pods('    [[runners.kubernetes.services]]\n      name = "postgres:16"\n      alias = "db"\n'),
    pods('    [[runners.kubernetes.host_aliases]]\n      ip = "192.0.2.9"\n      hostnames = ["db.example.com"]\n'),
    pods('    cap_drop = ["ALL"]\n'),
  ],
  autoscaler: [
    scaled(),
    scaled('', policy('      idle_count = 1\n      idle_time = "10m"\n')),
    scaled('', policy('      idle_count = 0\n')),
    scaled(
      '',
      policy('      periods = ["* 8-17 * * mon-fri"]\n      timezone = "Europe/Berlin"\n      idle_count = 2\n'),
    ),
    scaled(
      '',
      policy('      idle_count = 0\n') + policy('      periods = ["* 8-17 * * mon-fri"]\n      idle_count = 2\n'),
    ),
    scaled('', policy('      idle_count = 1\n      scale_factor = 1.2\n      scale_factor_limit = 4\n')),
    scaled('', policy('      preemptive_mode = true\n      idle_count = 1\n')),
    scaled('    max_use_count = 1\n'),
    scaled('    max_use_count = 50\n'),
    scaled('    delete_instances_on_shutdown = true\n'),
    scaled('    update_interval = "1m"\n'),
    scaled('    instance_ready_command = "cloud-init status --wait"\n'),
    scaled('    instance_acquire_timeout = "15m"\n'),
    scaled('    deletion_retry_interval = "1m"\n'),
    scaled('    log_internal_ip = true\n'),
    scaled().replace('plugin = "aws"', 'plugin = "aws:latest"'),
    scaled().replace('plugin = "aws"', 'plugin = "fleeting-plugin-aws"'),
    scaled('    [runners.autoscaler.connector_config]\n      username = "ec2-user"\n'),
    scaled('    [runners.autoscaler.connector_config]\n      username = "u"\n      use_external_addr = true\n'),
    scaled(
      '    [runners.autoscaler.connector_config]\n      protocol = "ssh"\n      keepalive = "30s"\n      timeout = "5m"\n',
    ),
    scaled('    [runners.autoscaler.state_storage]\n      enabled = true\n'),
  ],
  security: [
    shell(),
    shell().replace('$RUNNER_TOKEN', '__TOKEN_OF_THE_RUNNER__'),
    shell().replace('$RUNNER_TOKEN', '$' + '{token_of_the_runner_group}'),
    shell('', 'sentry_dsn = "https://d41d8cd98f00b204e980@sentry.example.com/1"\n'),
    cache(`${S3}      ServerAddress = "s3.amazonaws.com"\n      AccessKey = "\${A}"\n      SecretKey = "\${S}"\n`),
    cache(S3),
    environment('A_TOKEN=$CI_JOB_TOKEN'),
    environment('TOKEN_FILE=/run/secrets/token'),
    environment('PASSWORD_STORE_DIR=/var/lib/pass'),
    environment('SECRET_PROVIDER=vault'),
    environment('API_KEY_URL=https://vault.example.com'),
    environment('USE_TOKEN=true'),
    environment('TOKEN_TTL=3600'),
    environment('GIT_CREDENTIAL_HELPER=store'),
    environment('HTTPS_PROXY=http://proxy.example.com:3128'),
    environment('DATABASE_URL=postgres://user@db.example.com/app'),
    environment('DATABASE_URL=postgres://user:$DB_PASSWORD@db.example.com/app'),
    environment('DOCKER_AUTH_CONFIG={"auths":{}}'),
    environment('DOCKER_AUTH_CONFIG={"credsStore":"ecr-login"}'),
    environment('KEYBOARD=de', 'MONKEY=1', 'TURKEY=x'),
    pods(),
  ],
};

const templates: readonly string[] = [
  chart(TEMPLATE),
  chart(TEMPLATE, 'concurrent: 10\n'),
  chart(TEMPLATE, 'concurrent: 10\ncheckInterval: 30\n'),
  chart(TEMPLATE, 'logLevel: info\n'),
  chart(TEMPLATE, 'rbac:\n  create: true\n'),
  chart(TEMPLATE, 'metrics:\n  enabled: true\n'),
  chart(TEMPLATE, 'runnerToken: ""\n'),
  chart(`${TEMPLATE}    privileged = false\n`),
  chart(`${TEMPLATE}    namespace = "{{ .Release.Namespace }}"\n`),
  chart(`${TEMPLATE}    cpu_request = "100m"\n`),
  chart(`${TEMPLATE}    poll_timeout = 600\n`),
  chart(`${TEMPLATE}    service_account = "ci"\n`),
  chart(`${TEMPLATE}    [runners.kubernetes.node_selector]\n      "kubernetes.io/arch" = "amd64"\n`),
  chart(`${TEMPLATE}    [runners.kubernetes.pod_labels]\n      team = "build"\n`),
  chart(`${TEMPLATE}  [runners.cache]\n    Type = "gcs"\n    [runners.cache.gcs]\n      BucketName = "b-cache"\n`),
  chart(`${TEMPLATE}  [runners.feature_flags]\n    FF_SCRIPT_SECTIONS = true\n`),
  chart('[[runners]]\n  executor = "kubernetes"\n  [runners.kubernetes]\n    image = "alpine:3.20"\n'),
  chart('[[runners]]\n  environment = ["A=1"]\n  [runners.kubernetes]\n    image = "alpine:3.20"\n'),
  chart('[[runners]]\n  output_limit = 8192\n  [runners.kubernetes]\n    image = "alpine:3.20"\n'),
  chart(
    '[[runners]]\n  {{- if .Values.limit }}\n  limit = {{ .Values.limit }}\n  {{- end }}\n  [runners.kubernetes]\n',
  ),
];

function saidOf(text: string, name: string, languageId: string): string[] {
  const uri = `file:///gitlab-runner/${name}`;
  const service = new Service();
  service.versioned(uri, true);
  const found = service.diagnostics({ uri, languageId, version: 1, getText: () => text });
  return found.map(({ code, message, range }) => `${range.start.line + 1} ${code}: ${message}`);
}

for (const [area, texts] of counted(Object.entries(areas), 8)) {
  describe(area, () => {
    for (const text of counted(texts, 20)) {
      // Network and caches are about tokens as they stand in files of runners; elsewhere secrets are looked at, too.
      const isAboutSecrets = area === 'security';
      it(text, () => {
        const said = saidOf(text, 'config.toml', 'toml');
        assert.deepEqual(isAboutSecrets ? said : said.filter((line) => !line.includes(' secret-in-clear:')), []);
      });
    }
  });
}

describe('chart', () => {
  for (const text of counted(templates, 20)) it(text, () => assert.deepEqual(saidOf(text, 'values.yaml', 'yaml'), []));
});
