import { resolvePath } from "../written-url.ts";
import type { TableFile } from "./table-file.ts";

const redirection = /(?:^|\/)\.openpublishing\.redirection[\w.-]*\.json$/;

/** Whether a file lists pages of a docset that are gone and whose addresses lead on. */
export const isRedirection = (path: string): boolean => redirection.test(path);

/** The pages that such files list: a link to them arrives all the same. */
export const redirectedPages = (tables: readonly TableFile[]): ReadonlySet<string> =>
  new Set(
    tables
      .filter(({ path }) => isRedirection(path))
      .flatMap(({ path, text }) =>
        [...text.matchAll(/"source_path(_from_root)?"\s*:\s*"([^"]+)"/g)].map(
          ([, isRooted, way = ""]) =>
            resolvePath(path, isRooted === undefined ? way : `/${way.replace(/^\//, "")}`),
        ),
      ),
  );
