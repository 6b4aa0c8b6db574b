/** No default image: a job that names none fails with "no Docker image specified" (executors/docker/docker.go, expandImageName). */
import { message } from '../../text/message';
import { isWhole } from '../runner/whole';
import { placeOfTable } from '../table-place';
import { dockerRule, docsOf } from './docker-rule';
import { setting } from './key-fixes';

const LINUX_IMAGE = 'alpine:latest';
const WINDOWS_IMAGE = 'mcr.microsoft.com/windows/servercore:ltsc2022';

export const dockerImageMissing = dockerRule('docker-image-missing', (visit, report) => {
  const { docker, executor } = visit;
  const image = docker.string('image');
  if (!executor || !isWhole(visit)) return;
  if (image ? image.value.trim() : docker.has('image')) return;
  // A name that nobody knows may be meant as this one, and says so itself.
  if ([...visit.table.members.keys()].some((name) => !visit.context.schema.find(visit.schema, name))) return;
  const place = image?.span ?? placeOfTable(docker.node);
  if (!place) return;
  report({
    ...place,
    message: message('docker-image-missing'),
    link: docsOf(visit, 'image'),
    fixes: () => setting(visit, 'image', executor === 'docker-windows' ? WINDOWS_IMAGE : LINUX_IMAGE),
  });
});
