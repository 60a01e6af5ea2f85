import { readSources } from "../../generator/sources/index.ts";
import { repository } from "./repository.ts";

const at = (...paths: readonly string[]) =>
  paths.map((path) => ({ path: `content/villa-canabrava/${path}`, foreign: false }));

/** Everything that the example says, without the history of this repository. */
export const readExample = () =>
  readSources(
    { root: repository },
    {
      name: "villa-canabrava",
      title: "Villa Canabrava",
      sources: {
        programme: at("programa", "gates"),
        pages: at("paginas"),
        sql: at("migrations"),
        openapi: at("openapi.yaml"),
        git: [],
        requirements: [],
        typescript: [],
        tests: [],
      },
    },
  );
