/** Which images and services a job may name (common/allowed_images.go). */
import { JobFailure } from '../job-failure';
import type { Settings } from '../settings';
import { matchesGlob } from './glob';

/** Fails unless an image is allowed, or is one of the runner's own. */
export function checkAllowedImage(
  image: string,
  key: 'allowed_images' | 'allowed_services',
  kubernetes: Settings,
  own: readonly string[],
): void {
  const patterns = kubernetes.texts(key);
  if (patterns.length === 0 || own.includes(image)) return;
  if (patterns.some((pattern) => matchesGlob(pattern, image))) return;
  throw new JobFailure('disallowed image', kubernetes.origin(key));
}
