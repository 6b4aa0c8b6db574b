/** The tags that GitLab's helper images have (helpers/container/helperimage/linux_info.go). */

const IMAGE =
  /^((?:(?:docker\.io\/)?gitlab|registry\.gitlab\.com\/gitlab-org\/gitlab-runner)\/gitlab-runner-helper:)([\w.-]+)$/;

const NAMES: Readonly<Record<string, string>> = { amd64: 'x86_64', aarch64: 'arm64' };

export interface MeantImages {
  readonly tag: string;
  /** The images that may be meant, as they are written. */
  readonly images: readonly string[];
}

/** What is meant by one of GitLab's own helper images whose tag does not exist; undefined of any other image. */
export function meantImages(image: string): MeantImages | undefined {
  const [, repository = '', tag = ''] = IMAGE.exec(image) ?? [];
  const tags = meantTags(tag);
  return tags.length > 0 ? { tag, images: tags.map((meant) => repository + meant) } : undefined;
}

/** None where a tag is like those that exist. */
function meantTags(tag: string): string[] {
  const other = tag.replace(/(?<![^-])(amd64|aarch64)(?=-)/, (name) => NAMES[name] ?? name);
  if (other !== tag) return [other];
  return /^(?:v?\d+\.\d|latest$)/.test(tag) ? [`x86_64-${tag}`, `arm64-${tag}`] : [];
}
