// A reporter of Stryker that makes it test a part of its mutants. Stryker has no option for that; it shows a reporter what it is
// about to do, and does what is left of it.
import { relative } from 'node:path';
import { PlanKind } from '@stryker-mutator/api/core';
import { declareClassPlugin, PluginKind } from '@stryker-mutator/api/plugin';
import { draw, mutantKey, nearestFirst } from './draw.mjs';

class Draw {
  onMutationTestingPlanReady({ mutantPlans }) {
    const { MUTATION_COUNT: count, MUTATION_SEED: seed } = process.env;
    const placed = ({ mutant }) => `${mutantKey(mutant, process.cwd())} ${JSON.stringify(mutant.location)}`;
    const drawn = draw(mutantPlans.map(placed), Number(count), seed);
    for (const each of mutantPlans) {
      if (!drawn.has(placed(each))) {
        each.plan = PlanKind.EarlyResult;
        each.mutant = { ...each.mutant, status: 'Ignored', statusReason: 'not drawn' };
      } else if (each.runOptions?.testFilter) {
        each.runOptions.testFilter = nearestFirst(
          each.runOptions.testFilter,
          relative(process.cwd(), each.mutant.fileName),
        );
      }
    }
  }
}

export const strykerPlugins = [declareClassPlugin(PluginKind.Reporter, 'draw', Draw)];
