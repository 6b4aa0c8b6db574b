/** Documents to measure with: valid configurations of any number of runners, about 30 lines each. */

const docker = `  executor = "docker"
  environment = ["GIT_DEPTH=10", "LC_ALL=C.UTF-8"]
  [runners.docker]
    image = "ruby:3.3"
    privileged = false
    memory = "2g"
    volumes = ["/cache", "/var/run/docker.sock:/var/run/docker.sock"]
    extra_hosts = ["other-host:127.0.0.1"]
    pull_policy = ["if-not-present"]
    shm_size = 300000
    [[runners.docker.services]]
      name = "postgres:16"
      alias = "db"
    [runners.docker.sysctls]
      "net.ipv4.ip_forward" = "1"
`;

const kubernetes = `  executor = "kubernetes"
  [runners.cache]
    Type = "s3"
    Shared = true
    [runners.cache.s3]
      ServerAddress = "minio.example.com:9000"
      BucketName = "runner-cache"
  [runners.kubernetes]
    namespace = "ci"
    image = "alpine:3.20"
    cpu_limit = "1"
    memory_limit = "1Gi"
    node_selector = { "kubernetes.io/arch" = "amd64" }
    [[runners.kubernetes.host_aliases]]
      ip = "192.168.10.150"
      hostnames = ["gitlab.local.com"]
    [runners.kubernetes.volumes]
      [[runners.kubernetes.volumes.host_path]]
        name = "docker"
        mount_path = "/var/run/docker.sock"
`;

const shell = `  executor = "shell"
  shell = "bash" # the default on Linux
  builds_dir = "/var/lib/gitlab-runner/builds"
  pre_build_script = """
echo "start"
exit 0
"""
  [runners.feature_flags]
    FF_USE_FASTZIP = true
  [runners.custom_build_dir]
    enabled = true
`;

/** A valid configuration of `count` runners that cycle through three executors. */
export function runnersDocument(count: number): string {
  const parts = [
    'concurrent = 50\ncheck_interval = 3\nlog_level = "info"\n\n[session_server]\n  session_timeout = 1800\n',
  ];
  for (let index = 0; index < count; index++) {
    parts.push(`
[[runners]]
  name = "runner-${index}"
  url = "https://gitlab.example.com/"
  id = ${index + 1}
  token = "glrt-0000000000000000000"
  limit = 10
${[docker, kubernetes, shell][index % 3]}`);
  }
  return parts.join('');
}
