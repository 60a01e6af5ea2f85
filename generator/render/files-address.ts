import { itemsOf } from "#model/graph.ts";
import type { SiteInput } from "./html/site.ts";
import type { EvaluatedProject } from "./render.ts";

/** Where readers see and edit the sources: on the forge that a history names, when it names one. */
export function filesAddress(
  projects: readonly EvaluatedProject[],
): Pick<SiteInput, "repositoryUrl"> {
  const repositories = projects.flatMap(({ graph }) => itemsOf(graph, "repository"));
  const [repositoryUrl] = repositories.flatMap(({ attributes }) => attributes.forge?.files ?? []);
  return repositoryUrl === undefined ? {} : { repositoryUrl };
}
