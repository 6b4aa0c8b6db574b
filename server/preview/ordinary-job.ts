/** A job for those who have none at hand: what GitLab sends for the branch `main` of a project. */
import type { Json, JsonObject } from './json';

export interface OrdinaryJob {
  readonly name?: string | undefined;
  readonly services?: readonly { readonly name: string; readonly alias?: string }[] | undefined;
  readonly image?: string | undefined;
  /** `NAME=value` each. */
  readonly variables?: readonly string[];
}

const GROUP = 'my-group';
const PROJECT = 'my-app';
const ADDRESS = 'https://gitlab.example.com';
const TIMEOUT = 3600;

/** What each job knows of its project. */
const USUAL = {
  CI_JOB_ID: '1001',
  CI_PROJECT_ID: '42',
  CI_PROJECT_NAME: PROJECT,
  CI_PROJECT_NAMESPACE: GROUP,
  CI_PROJECT_NAMESPACE_ID: '7',
  CI_PROJECT_ROOT_NAMESPACE: GROUP,
  CI_COMMIT_REF_SLUG: 'main',
};

export function ordinaryJob({ name = 'test', image = '', services = [], variables = [] }: OrdinaryJob): JsonObject {
  return {
    id: 1001,
    allow_git_fetch: true,
    job_info: {
      name,
      stage: 'test',
      pipeline_id: 77,
      project_id: 42,
      project_name: PROJECT,
      project_full_path: `${GROUP}/${PROJECT}`,
      namespace_id: 7,
      root_namespace_id: 7,
    },
    git_info: {
      repo_url: `${ADDRESS}/${GROUP}/${PROJECT}.git`,
      ref: 'main',
      sha: '0123456789abcdef0123456789abcdef01234567',
      before_sha: '0'.repeat(40),
      ref_type: 'branch',
    },
    runner_info: { timeout: TIMEOUT },
    variables: [...Object.entries(USUAL).map(([key, value]) => variable(key, value)), ...variables.map(ofEntry)],
    image: { name: image },
    services: services.map((service) => ({ ...service })),
    credentials: [],
  };
}

function ofEntry(entry: string): Json {
  const at = entry.indexOf('=');
  return at < 0 ? variable(entry, '') : variable(entry.slice(0, at), entry.slice(at + 1));
}

const variable = (key: string, value: string): Json => ({ key, value, public: true });
