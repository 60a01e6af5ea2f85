import { loadTemplates, type TemplateFiles } from "#config/index.ts";
import { canonicalBytes, sha256 } from "#data/canonical.ts";
import { hasErrors } from "#diagnostics/index.ts";
import { stateGate } from "#evaluate/index.ts";
import { decodeEntities } from "#markdown/entities.ts";
import type { GateResult } from "#model/evaluation.ts";
import { itemId } from "#model/item.ts";
import { type OutputFile, textOf } from "#model/pages/page.ts";
import { namedItem } from "#model/parts.ts";
import { type Binding, bindPages, formatOf, type SitePageFile } from "#render/index.ts";
import { basename, dirname, extname, resolve } from "node:path";
import { judge } from "../../generate.ts";
import { type Arguments, type Command, exitCodes, textOption, UsageError } from "../command.ts";
import { reportOptions, trustOptions } from "../options.ts";
import { choosePages, type Chosen } from "./choose-pages.ts";
import { findBrowser, printNumbered } from "./print-pdf.ts";
import { destinationOption, printTexts } from "./texts.ts";
import {
  languageWithoutSettings,
  type ProjectRun,
  runProject,
  speakerOf,
  trustedRefOf,
} from "../project/project-run.ts";
import { printReport } from "../report/print-report.ts";
import { writeWhole } from "../project/write-file.ts";

/** Binds pages into one document for paper: a page, a folder of pages, or the dossier of a gate. */
export const print: Command = {
  usage: "rastro print <gate|page|folder> [--to file.pdf|file.html]",
  examples: [
    "rastro print reports/status",
    "rastro print schema --to schema.pdf",
    "rastro print GO-S4",
  ],
  summary: {
    "pt-BR": "um documento para o papel: uma página, uma pasta delas ou o dossiê de um portão",
    en: "one document for paper: a page, a folder of them, or the dossier of a gate",
  },
  options: { to: destinationOption, ...reportOptions, ...trustOptions },
  run: async (args, all) => {
    const written = operandOf(args);
    const { value: run, diagnostics } = await runProject(args, all);
    if (run === undefined || hasErrors(diagnostics)) {
      const speaker = run ? speakerOf(run, args) : { language: languageWithoutSettings(args) };
      printReport({ diagnostics, ...speaker }, args);
      return run === undefined ? exitCodes.couldNotRun : exitCodes.findings;
    }
    const chosen = choosePages(written, shelfOf(run));
    const texts = printTexts[run.language];
    if (chosen === undefined) throw new UsageError(texts.unknown(written));
    const to = destinationOf(args, written, texts.destination);
    const { bound, facts } = await bind(chosen, run, args);
    write(bound, to, texts);
    const pages = chosen.pages.map(({ path }) => path);
    console.log(
      args.format === "json"
        ? JSON.stringify({ to: to.path, pages, ...facts }, null, 2)
        : texts.printed(pages.length, to.path),
    );
    return exitCodes.clean;
  },
};

function operandOf(args: Arguments): string {
  const [written, ...more] = args.operands;
  if (written !== undefined && more.length === 0) return written;
  throw new UsageError(printTexts[languageWithoutSettings(args)].operand);
}

/** The document as HTML; its contents name the pages of paper that are known. */
type Bound = (numbers: ReadonlyMap<string, number>) => string;

async function bind({ pages, gate }: Chosen, run: ProjectRun, args: Arguments) {
  const digest = gate && (await digestOf(gate, run, args));
  const templates = loadTemplates();
  const binding = bindingOf({ pages, ...(gate && { gate }) }, { run, templates, digest });
  const shell = fileOf(templates, "print.html.hbs");
  const bound: Bound = (numbers) => bindPages(pages, { ...binding, numbers }, shell);
  return { bound, facts: digest === undefined ? {} : { digest } };
}

/** The pages of the language that was asked for, in the order in which the site has them. */
function shelfOf({ site, settings, language }: ProjectRun) {
  const isPage = ({ path }: OutputFile) => /^site\/.*\.html$/.test(path);
  const pages = site.files.filter(isPage).map(({ path, content }): SitePageFile => ({
    path: path.slice("site/".length),
    html: textOf(content),
  }));
  const folder = language === settings.languages[0] ? "" : `${language}/`;
  return { projects: site.projects, pages, folder };
}

interface Destination {
  readonly path: string;
  readonly browser?: string;
}

/** A PDF where a browser can make one; HTML where none is, unless a PDF was asked for. */
function destinationOf(
  args: Arguments,
  written: string,
  complaints: { readonly ending: string; readonly noBrowser: string },
): Destination {
  const asked = textOption(args, "to");
  const browser = findBrowser();
  const name = basename(written.replace(/\/$/, "")).replace(/\.(?:html|md)$|^.*:/, "");
  const path = asked ?? `${name}${browser === undefined ? ".html" : ".pdf"}`;
  const ending = extname(path);
  if (ending === ".html") return { path };
  if (ending !== ".pdf") throw new UsageError(complaints.ending);
  if (browser === undefined) throw new UsageError(complaints.noBrowser);
  return { path, browser };
}

function write(
  bound: Bound,
  { path, browser }: Destination,
  texts: { readonly failed: (why: string) => string },
): void {
  const absolute = resolve(path);
  if (browser === undefined) {
    writeWhole(dirname(absolute), basename(absolute), bound(new Map()));
    return;
  }
  const complaint = printNumbered(browser, bound, absolute);
  if (complaint !== undefined) throw new UsageError(texts.failed(complaint));
}

const fileOf = ({ site }: TemplateFiles, name: string): string =>
  site.find(({ path }) => path === name)?.content ?? "";

interface Making {
  readonly run: ProjectRun;
  readonly templates: TemplateFiles;
  readonly digest: string | undefined;
}

function bindingOf(
  { pages, gate }: Chosen,
  { run, templates, digest }: Making,
): Omit<Binding, "numbers"> {
  const { settings, site, language } = run;
  const words = templates.words[language];
  const own = Object.entries(words).filter(([key]) => key.startsWith("print."));
  const files = new Map(site.files.map((file) => [file.path, file]));
  return {
    title: titleOf(pages, { siteTitle: settings.title, isDossier: gate !== undefined }),
    siteTitle: gate?.project.project.title ?? settings.title,
    language,
    facts: factsOf(gate, run, { words, digest }),
    signers: gate ? signersOf(gate) : [],
    words: Object.fromEntries(own.map(([key, word]) => [key.slice("print.".length), word])),
    style: `${fileOf(templates, "site.css")}\n${fileOf(templates, "print.css")}`,
    ...(settings.siteUrl !== undefined && { address: settings.siteUrl }),
    image: (path) => imageOf(files.get(`site/${path}`)),
  };
}

/** What one page is called, or what the folder of several is called above them. */
function titleOf(
  pages: Chosen["pages"],
  { siteTitle, isDossier }: { readonly siteTitle: string; readonly isDossier: boolean },
): string {
  const html = pages[0]?.html ?? "";
  const folder = pages.length > 1 && !isDossier ? folderTitle(html) : undefined;
  const title = decodeEntities(folder ?? /<title>([^<]*)<\/title>/.exec(html)?.[1] ?? "");
  const end = ` · ${siteTitle}`;
  return title.endsWith(end) ? title.slice(0, -end.length) : title;
}

/** The last of the breadcrumbs of a page, which is the folder that it lies in. */
function folderTitle(html: string): string | undefined {
  const trail = /class="breadcrumbs"[\s\S]*?<\/ol>/.exec(html)?.[0] ?? "";
  return Array.from(trail.matchAll(/>([^<\n]+)<\/(?:a|span)>/g), ([, crumb]) => crumb).at(-1);
}

type Gate = NonNullable<Chosen["gate"]>;

function factsOf(
  gate: Gate | undefined,
  { settings, site, language }: ProjectRun,
  { words, digest }: { words: Readonly<Record<string, string>>; digest: string | undefined },
): Binding["facts"] {
  const word = (key: string): string => words[key] ?? key;
  const format = formatOf(language, word);
  const result = gate?.project.evaluation.gates.get(itemId("gate", gate.name));
  const fact = (key: string, value: string | undefined) =>
    value === undefined ? [] : [{ name: word(`print.${key}`), value }];
  const verdict =
    result && `${result.verdict}: ${word(`common.verdict-${result.verdict.toLowerCase()}`)}`;
  const counts = result && format.ratio(result.met, result.criteria.length);
  return [
    ...fact("verdict", verdict),
    ...fact("criteria", counts),
    ...fact("as-of", site.asOf === undefined ? undefined : format.moment(site.asOf)),
    ...fact("address", settings.siteUrl),
    ...fact("digest", gate && (digest ?? word("print.no-digest"))),
  ];
}

/** Of the statement as it stands: what `rastro gate statement` would write now. */
async function digestOf(
  { project: { project }, name }: Gate,
  { settings }: ProjectRun,
  args: Arguments,
): Promise<string | undefined> {
  // Judged once more: who may sign is asked of git only for the gate that somebody asks about.
  const { projects, asOf } = (await judge(settings, { ...trustedRefOf(args), wanted: name })).value;
  const own = projects.find((each) => each.project.name === project.name);
  const item = own?.graph.items.get(itemId("gate", name));
  const files = item && own?.gateFiles.get(item.id);
  if (item?.kind !== "gate" || !own || !files?.trust.isKnown) return undefined;
  const made = () => sha256(canonicalBytes(stateGate(own, item, { files, asOf })));
  return `sha256:${standing(own.evaluation.gates.get(item.id)) ?? made()}`;
}

/** The digest of the statement that people sign or have signed, as long as it says what is so. */
const standing = (result: GateResult | undefined): string | undefined =>
  result?.signOff.state === "valid" ? result.signOff.digest : undefined;

/** A line for each signature that the gate asks for. */
function signersOf({ project, name }: Gate): readonly string[] {
  const item = project.graph.items.get(itemId("gate", name));
  if (item?.kind !== "gate") return [];
  return item.attributes.signatures.flatMap(({ role, min }) =>
    Array<string>(min).fill(namedItem(project.graph, item, role)?.title ?? role),
  );
}

const types: Readonly<Record<string, string>> = {
  ".gif": "image/gif",
  ".jpeg": "image/jpeg",
  ".jpg": "image/jpeg",
  ".png": "image/png",
  ".svg": "image/svg+xml",
  ".webp": "image/webp",
};

function imageOf(file: OutputFile | undefined): string | undefined {
  const type = file && types[extname(file.path).toLowerCase()];
  if (file === undefined || type === undefined) return undefined;
  const { content } = file;
  const bytes = content instanceof Uint8Array ? content : textOf(content);
  return `data:${type};base64,${Buffer.from(bytes).toString("base64")}`;
}
