import type { View } from "../../view.ts";
import { apiIndex } from "./api-index.ts";
import { apiList } from "./api-list.ts";
import { apiQuality } from "./quality/api-quality.ts";
import { apiSchema } from "./api-schema.ts";
import { apiTag } from "./api-tag.ts";

/** The pages of the API reference. */
export const apiViews: readonly View[] = [apiList, apiIndex, apiQuality, apiTag, apiSchema];
