/** A checkout with a runner of a dozen keys, for tests to change. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { runnerFacts } from '../../../scripts/schema-update/runner-facts';
import type { Facts } from '../../../scripts/schema-update/types';

const CONFIG = `package common

import (
	"time"

	api "k8s.io/api/core/v1"
	"gitlab.com/gitlab-org/gitlab-runner/helpers/docker"
)

const DefaultConnectionMaxAge = 15 * time.Minute

type StringOrArray []string

func (p *StringOrArray) UnmarshalTOML(data any) error { return nil }

type Config struct {
	Concurrent       int             \`toml:"concurrent" json:"concurrent"\`
	ConnectionMaxAge *time.Duration  \`toml:"connection_max_age,omitempty"\`
	Runners          []*RunnerConfig \`toml:"runners"\`
	Loaded           bool            \`toml:"-"\`
}

type RunnerConfig struct {
	Name string \`toml:"name" long:"description" env:"RUNNER_NAME"\`
	RunnerSettings
}

type RunnerSettings struct {
	Docker  *DockerConfig  \`toml:"docker,omitempty" namespace:"docker"\`
	Machine *DockerMachine \`toml:"machine,omitempty" namespace:"machine"\`
	secret  string
}

type DockerConfig struct {
	docker.Credentials
	PullPolicy StringOrArray     \`toml:"pull_policy,omitempty" long:"pull-policy" env:"DOCKER_PULL_POLICY"\`
	Sysctls    map[string]string \`toml:"sysctls"\`
	Services   []Service         \`toml:"services"\`
	Cap        []api.Capability  \`toml:"cap" long:"cap" env:"@CAP"\`
}

type Service struct {
	Name  string \`toml:"name"\`
	Inner *Service
}

type DockerMachine struct {
	IdleCount int \`long:"idle-nodes" env:"MACHINE_IDLE_COUNT"\`
	// Deprecated: nobody should
	IdleTime int32 \`toml:"IdleTime,omitzero"\`
}
`;

const FILES: Readonly<Record<string, string>> = {
  VERSION: '20.1.0\n',
  'CHANGELOG.md': '## v19.11.3 (2027-05-20)\n\n### Bug fixes\n\n## v20.0.0 (2027-05-15)\n\n## v19.11.2 (2027-05-02)\n',
  'go.mod': 'module gitlab.com/gitlab-org/gitlab-runner\n',
  'common/config.go': CONFIG,
  'helpers/docker/credentials.go':
    'package docker\n\ntype Credentials struct {\n\tHost string `toml:"host" long:"host"`\n}\n',
  'helpers/featureflags/flags.go': `package featureflags

const UseFastzip string = "FF_USE_FASTZIP"

var flags = []FeatureFlag{
	{
		Name:         "FF_TEST_FEATURE",
		DefaultValue: false,
	},
	{
		Name:            UseFastzip,
		DefaultValue:    true,
		Deprecated:      true,
		ToBeRemovedWith: "20.7",
		Description: "Faster, " +
			"as one says.",
	},
}
`,
};

/** A text to replace in a file of the checkout. */
export type Edit = readonly [file: string, old: string, now: string];

/** The facts of the small runner after some edits. */
export function smallRunner(...edits: readonly Edit[]): Facts {
  const root = mkdtempSync(join(tmpdir(), 'small-runner-'));
  try {
    const files = { ...FILES };
    for (const [file, old, now] of edits) {
      const text = files[file];
      if (!text?.includes(old)) throw new Error(`${file} holds no ${old}`);
      files[file] = text.replace(old, now);
    }
    for (const [file, text] of Object.entries(files)) {
      mkdirSync(dirname(join(root, file)), { recursive: true });
      writeFileSync(join(root, file), text);
    }
    return runnerFacts(root);
  } finally {
    rmSync(root, { recursive: true });
  }
}
