import type { Figure } from "#model/pages/page.ts";
import type { EntityDiagram } from "./entity.ts";
import { entityMermaid } from "./entity-mermaid.ts";
import { entitySvg } from "./entity-svg.ts";

/** The diagram for forges and for the site. */
export const entityFigure = (diagram: EntityDiagram): Figure => ({
  mermaid: entityMermaid(diagram),
  svg: (link) => entitySvg(diagram, link),
});
