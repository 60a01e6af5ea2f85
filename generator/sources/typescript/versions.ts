import rastro from "../../../package.json" with { type: "json" };
import typedoc from "typedoc/package.json" with { type: "json" };
import typescript from "typescript/package.json" with { type: "json" };

/** What is documented depends on who documents it. */
export const versions: readonly string[] = [
  `rastro ${rastro.version}, facts 6`,
  `typedoc ${typedoc.version}`,
  `typescript ${typescript.version}`,
];
