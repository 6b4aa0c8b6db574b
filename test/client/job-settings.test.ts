import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  jobAgain,
  jobOfPipeline,
  servicesLine,
  servicesOf,
  withImage,
  withServices,
  withVariable,
} from '../../client/job-settings';
import { jobsIn } from '../../client/remembered-jobs';

describe('a job as it is typed', () => {
  it('has services with commas between them, some with an alias', () => {
    const services = [{ name: 'postgres:16' }, { name: 'docker:dind', alias: 'docker' }];
    assert.equal(servicesLine(services), 'postgres:16, docker:dind as docker');
    assert.deepEqual(servicesOf(' postgres:16 ,, docker:dind  as  docker'), services);
    assert.deepEqual(servicesOf(''), []);
  });

  it('loses what is typed as nothing', () => {
    const job = { image: 'a', services: [{ name: 'b' }], variables: { C: '1' } };
    assert.deepEqual(withImage(job, ' '), { services: job.services, variables: job.variables });
    assert.deepEqual(withServices(job, ''), { image: 'a', variables: job.variables });
    assert.deepEqual(withVariable(job, 'C', ''), { image: 'a', services: job.services });
  });

  it('gets a variable, a new value for one, and a new name for one', () => {
    assert.deepEqual(withVariable({}, undefined, 'A=b=c').variables, { A: 'b=c' });
    assert.deepEqual(withVariable({ variables: { A: '1', B: '2' } }, 'A', 'A=3').variables, { B: '2', A: '3' });
    assert.deepEqual(withVariable({ variables: { A: '1', B: '2' } }, 'A', 'C').variables, { B: '2', C: '' });
  });
});

describe('a job that was taken from a pipeline', () => {
  const unit = { name: 'unit', image: 'ruby:3.4', tags: ['linux'], unread: ['include'] };
  const job = jobOfPipeline(unit, 'file:///.gitlab-ci.yml');

  it('is remembered with its pipeline, without what chooses the runner', () =>
    assert.deepEqual(job, {
      name: 'unit',
      image: 'ruby:3.4',
      unread: ['include'],
      pipeline: 'file:///.gitlab-ci.yml',
    }));

  it('becomes what its pipeline says now', () => {
    const now = { name: 'unit', services: [{ name: 'postgres' }] };
    assert.deepEqual(jobAgain(job, [{ name: 'lint' }, now]), { ...now, pipeline: 'file:///.gitlab-ci.yml' });
  });

  it('stays as it is where nothing of it changed, where it is gone, and where nobody knows its pipeline', () => {
    assert.equal(jobAgain(job, [{ ...unit, tags: ['windows'] }]), undefined);
    assert.equal(jobAgain(job, [{ name: 'lint' }]), undefined);
    assert.equal(jobAgain({ name: 'unit', image: 'a' }, [unit]), undefined);
  });

  it("is the user's own as soon as something of it is typed", () => {
    assert.equal(withImage(job, 'b').pipeline, undefined);
    assert.equal(withServices(job, 'c').pipeline, undefined);
    assert.equal(withVariable(job, undefined, 'D=1').pipeline, undefined);
  });
});

describe('the jobs of previews', () => {
  it('are remembered by file, and forgotten when nothing is set', async () => {
    const state = new Map<string, unknown>();
    const memory = {
      get: <T>(key: string) => state.get(key) as T | undefined,
      update: async (key: string, value: unknown) => void state.set(key, value),
    };
    const jobs = jobsIn(memory);
    await jobs.set('a', { image: 'x' });
    await jobs.set('b', { image: 'y' });
    assert.deepEqual([jobs.of('a'), jobs.of('b'), jobs.of('c')], [{ image: 'x' }, { image: 'y' }, {}]);
    await jobs.set('a', {});
    assert.deepEqual(jobs.of('a'), {});
    for (let file = 0; file < 200; file++) await jobs.set(`f${file}`, { image: 'z' });
    assert.deepEqual([jobs.of('b'), jobs.of('f199')], [{}, { image: 'z' }]);
  });
});
