/** The words that a name is made of. */

/** `imagePullSecrets`, `image-pull-secrets` and `Image_Pull_Secrets` are the same words. */
export function words(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1_$2')
    .toLowerCase()
    .split(/[_\-\s.]+/)
    .filter(Boolean);
}
