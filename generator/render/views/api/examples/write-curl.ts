import { binaryPart, type SampleBody } from "./sample-body.ts";
import { isContentType, type SampleRequest, sentHeaders } from "./sample-request.ts";

/** A command for a shell; secrets are read from the environment. */
export function writeCurl(request: SampleRequest): string {
  const { method, url, login, body } = request;
  const headers = sentHeaders(request).filter(
    ({ name }) => !(body?.kind === "form" && isContentType(name)),
  );
  return [
    `curl --request ${inShell(method)} ${inShell(url)}`,
    ...headers.map(({ name, value, secret }) => `--header ${quoted(`${name}: ${value}`, secret)}`),
    ...(login ? ['--user "$USERNAME:$PASSWORD"'] : []),
    ...curlBody(body),
  ].join(" \\\n  ");
}

function curlBody(body: SampleBody | undefined): readonly string[] {
  switch (body?.kind) {
    case undefined:
      return [];
    case "json":
      return [`--data ${inShell(JSON.stringify(body.value, null, 2))}`];
    case "form":
      return body.fields.map(([name, value]) => `--data-urlencode ${inShell(`${name}=${value}`)}`);
    case "multipart":
      return body.fields.map(([name, value]) =>
        value === binaryPart
          ? `--form ${inShell(`${name}=@file`)}`
          : `--form-string ${inShell(`${name}=${value}`)}`,
      );
    case "text":
      return [`--data-raw ${inShell(body.text)}`];
    case "file":
      return ["--data-binary @file"];
  }
}

/** With the variable of a secret behind it, which a shell reads only between double quotes. */
function quoted(text: string, secret: string | undefined): string {
  if (secret === undefined) return inShell(text);
  return /^[\w ./:;=-]*$/.test(text) ? `"${text}$${secret}"` : `${inShell(text)}"$${secret}"`;
}

/** Bare when nothing in it means something to a shell. */
const inShell = (text: string): string =>
  /^[\w./:@%+,=-]+$/.test(text) ? text : `'${text.replaceAll("'", String.raw`'\''`)}'`;
