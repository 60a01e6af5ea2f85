import { binaryPart, type SampleBody } from "./sample-body.ts";
import { type SampleRequest, sentHeaders } from "./sample-request.ts";

const indented = (text: string): string => text.replaceAll("\n", "\n  ");

/** The same with what Node and browsers have. */
export function writeFetch(request: SampleRequest): string {
  const { method, url, login, body } = request;
  const headers = [
    ...sentHeaders(request).map(({ name, value, secret }) =>
      secret === undefined
        ? `${JSON.stringify(name)}: ${JSON.stringify(value)}`
        : `${JSON.stringify(name)}: ${value === "" ? "" : `${JSON.stringify(value)} + `}process.env.${secret}`,
    ),
    ...(login
      ? ['"Authorization": "Basic " + btoa(process.env.USERNAME + ":" + process.env.PASSWORD)']
      : []),
  ];
  const prelude = fetchPrelude(body);
  const content = fetchBody(body);
  const options = [
    `method: ${JSON.stringify(method)}`,
    ...(headers.length > 0 ? [`headers: {\n    ${headers.join(",\n    ")},\n  }`] : []),
    ...(content === undefined ? [] : [`body: ${indented(content)}`]),
  ];
  const call = `const response = await fetch(${JSON.stringify(url)}, {\n  ${options.join(",\n  ")},\n});`;
  return [...prelude, call].join("\n");
}

/** A form of several parts is filled one by one. */
function fetchPrelude(body: SampleBody | undefined): readonly string[] {
  const opensFile =
    body?.kind === "file" ||
    (body?.kind === "multipart" && body.fields.some(([, value]) => value === binaryPart));
  const opening = opensFile ? ['import { openAsBlob } from "node:fs";', ""] : [];
  if (body?.kind !== "multipart") return opening;
  const parts = body.fields.map(([name, value]) => {
    const written = value === binaryPart ? 'await openAsBlob("file")' : JSON.stringify(value);
    return `form.append(${JSON.stringify(name)}, ${written});`;
  });
  return [...opening, "const form = new FormData();", ...parts];
}

function fetchBody(body: SampleBody | undefined): string | undefined {
  switch (body?.kind) {
    case undefined:
      return undefined;
    case "json":
      return `JSON.stringify(${JSON.stringify(body.value, null, 2)})`;
    case "form":
      return `new URLSearchParams(${JSON.stringify(Object.fromEntries(body.fields), null, 2)})`;
    case "multipart":
      return "form";
    case "text":
      return JSON.stringify(body.text);
    case "file":
      return 'await openAsBlob("file")';
  }
}
