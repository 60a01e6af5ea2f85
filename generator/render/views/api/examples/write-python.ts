import { binaryPart, type SampleBody } from "./sample-body.ts";
import { isContentType, type SampleRequest, sentHeaders } from "./sample-request.ts";

/** The same with the library `requests`. */
export function writePython(request: SampleRequest): string {
  const { method, url, login, body } = request;
  const headers = sentHeaders(request).filter(
    ({ name }) => body?.kind !== "json" || !isContentType(name),
  );
  const usesSecret = login || headers.some(({ secret }) => secret !== undefined);
  const written = headers.map(({ name, value, secret }) =>
    secret === undefined
      ? `${JSON.stringify(name)}: ${JSON.stringify(value)}`
      : `${JSON.stringify(name)}: ${value === "" ? "" : `${JSON.stringify(value)} + `}os.environ["${secret}"]`,
  );
  const parts = [
    JSON.stringify(method),
    JSON.stringify(url),
    ...(written.length > 0 ? [`headers={\n        ${written.join(",\n        ")},\n    }`] : []),
    ...(login ? ['auth=(os.environ["USERNAME"], os.environ["PASSWORD"])'] : []),
    ...pythonBody(body),
  ];
  const imports = [...(usesSecret ? ["import os"] : []), "import requests"].join("\n");
  return `${imports}\n\nresponse = requests.request(\n    ${parts.join(",\n    ")},\n)`;
}

function pythonBody(body: SampleBody | undefined): readonly string[] {
  const deeper = (text: string): string => text.replaceAll("\n", "\n    ");
  switch (body?.kind) {
    case undefined:
      return [];
    case "json":
      return [`json=${deeper(pythonValue(body.value, ""))}`];
    case "form":
      return [`data=${deeper(pythonValue(Object.fromEntries(body.fields), ""))}`];
    case "multipart":
      return [`files=${deeper(pythonFiles(body.fields))}`];
    case "text":
      return [`data=${JSON.stringify(body.text)}`];
    case "file":
      return ['data=open("file", "rb")'];
  }
}

/** A part without a file name is a plain field. */
const pythonFiles = (fields: readonly (readonly [string, string])[]): string =>
  `{\n${fields
    .map(([name, value]) =>
      value === binaryPart
        ? `    ${JSON.stringify(name)}: open("file", "rb"),\n`
        : `    ${JSON.stringify(name)}: (None, ${JSON.stringify(value)}),\n`,
    )
    .join("")}}`;

/** A value of JSON as Python writes it. */
function pythonValue(value: unknown, indent: string): string {
  if (value === null || value === undefined) return "None";
  if (value === true) return "True";
  if (value === false) return "False";
  if (typeof value !== "object") return JSON.stringify(value);
  const inner = `${indent}    `;
  const lines = Array.isArray(value)
    ? value.map((each: unknown) => pythonValue(each, inner))
    : Object.entries(value).map(
        ([key, each]) => `${JSON.stringify(key)}: ${pythonValue(each, inner)}`,
      );
  const [open, close] = Array.isArray(value) ? ["[", "]"] : ["{", "}"];
  if (lines.length === 0) return `${open}${close}`;
  return `${open}\n${lines.map((line) => `${inner}${line},\n`).join("")}${indent}${close}`;
}
