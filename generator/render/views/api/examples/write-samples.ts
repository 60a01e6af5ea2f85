import type { SampleRequest } from "./sample-request.ts";
import { writeCurl } from "./write-curl.ts";
import { writeFetch } from "./write-fetch.ts";
import { writePython } from "./write-python.ts";

/** A call as text that can be copied and run. */
export interface Sample {
  readonly name: string;
  /** Of the fence. */
  readonly language: string;
  readonly code: string;
}

/** The same call in three languages; what comes from a document is quoted for each of them. */
export const writeSamples = (request: SampleRequest): readonly Sample[] => [
  { name: "curl", language: "sh", code: writeCurl(request) },
  { name: "fetch", language: "js", code: writeFetch(request) },
  { name: "Python", language: "python", code: writePython(request) },
];
