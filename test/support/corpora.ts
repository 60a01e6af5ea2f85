import { existsSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../../shared/corpora");

/** Real documents to try, kept beside the repository where somebody has them. */
export const corpora: string | undefined = existsSync(folder) ? folder : undefined;
