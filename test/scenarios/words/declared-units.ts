import { groupParameters } from '../../../model/parameters.ts';
import { parameterPaths } from '../../../scenarios/resolve/paths.ts';

/** The units of all numbers that the model reads, each once. */
export const declaredUnits: readonly string[] = [
  ...new Set(
    [...parameterPaths().map(({ declared }) => declared), ...Object.values(groupParameters)].map(({ unit }) => unit),
  ),
];
