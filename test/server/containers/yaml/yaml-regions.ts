import { readYaml, type YamlRegion } from '../../../../server/containers/yaml/regions';

/** The configurations in a YAML file. */
export const yamlRegions = (text: string): readonly YamlRegion[] => readYaml(text).regions;
