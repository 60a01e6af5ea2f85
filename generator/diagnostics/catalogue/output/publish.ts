import { entry } from "../entry.ts";
import { nameDefects } from "../input/file-names.ts";
import { systemWords } from "../input/system.ts";
import type { NameDefect } from "#model/pages/file-name.ts";
import { publishDriftCatalogue } from "./publish-drift.ts";

type NoArguments = Record<never, never>;

export const publishCatalogue = {
  ...publishDriftCatalogue,
  "publish/version-not-there": entry<{ label: string }>({
    severity: "info",
    en: {
      message: ({ label }) =>
        `pages lead to version \`${label}\`, which is not in \`out/site/${label}/\``,
      hint: ({ label }) =>
        `run \`rastro gen --version-label ${label}\` where that version is checked out, and bring its folder here or to where the site is published`,
      about:
        "Versions are made one by one, each from its own state of the repository, and lie side by side where the site is published. Whether they do can be seen only where they are all in one folder.",
    },
    pt: {
      message: ({ label }) =>
        `as páginas levam à versão \`${label}\`, que não está em \`out/site/${label}/\``,
      hint: ({ label }) =>
        `execute \`rastro gen --version-label ${label}\` onde essa versão está, e traga a pasta para cá ou para onde o site é publicado`,
      about:
        "As versões são feitas uma a uma, cada uma do seu estado do repositório, e ficam lado a lado onde o site é publicado. Só se vê se ficam onde todas estão numa pasta só.",
    },
  }),
  "publish/version-not-listed": entry<{ label: string }>({
    severity: "info",
    en: {
      message: ({ label }) => `the current documentation does not name version \`${label}\``,
      hint: ({ label }) => `add \`${label}\` to \`site.versions\` and run \`rastro gen\``,
      about:
        "Readers of the current documentation find the versions that its settings name. A version that they do not name is there, and nobody is led to it.",
    },
    pt: {
      message: ({ label }) => `a documentação atual não cita a versão \`${label}\``,
      hint: ({ label }) => `inclua \`${label}\` em \`site.versions\` e execute \`rastro gen\``,
      about:
        "Quem lê a documentação atual encontra as versões que a configuração dela cita. Uma versão que ela não cita existe, e ninguém é levado a ela.",
    },
  }),
  "publish/locked": entry<{ path: string; pid: number }>({
    severity: "error",
    en: {
      message: ({ pid }) => `another run is publishing right now (process ${pid})`,
      hint: () => "wait until it has finished, and run the command again",
      about:
        "Two runs that exchange the output folder at once would undo each other's work. The folder of a run that was killed does not block: the next run puts it right.",
    },
    pt: {
      message: ({ pid }) => `outra execução está publicando agora (processo ${pid})`,
      hint: () => "espere que ela termine e execute o comando de novo",
      about:
        "Duas execuções que trocam a pasta de saída ao mesmo tempo desfariam o trabalho uma da outra. A pasta de uma execução interrompida não bloqueia: a próxima execução a corrige.",
    },
  }),
  "publish/changed-meanwhile": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "another run has published since this one compared the output",
      hint: () => "run the command again",
      about:
        "The output folder is not the one that the plan was made for. Nothing was written; a new run compares again.",
    },
    pt: {
      message: () => "outra execução publicou depois que esta comparou a saída",
      hint: () => "execute o comando de novo",
      about:
        "A pasta de saída não é aquela para a qual o plano foi feito. Nada foi gravado; uma nova execução compara de novo.",
    },
  }),
  "publish/staging-in-the-way": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` is in the way and was not made by rastro`,
      hint: ({ path }) => `move or rename \`${path}\``,
      about:
        "The next output is prepared in a folder beside `out/`. What stands at its place does not bear rastro's mark, so it is not touched.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` está no caminho e não foi criado pelo rastro`,
      hint: ({ path }) => `mova ou renomeie \`${path}\``,
      about:
        "A próxima saída é preparada numa pasta ao lado de `out/`. O que está nesse lugar não traz a marca do rastro e por isso não é tocado.",
    },
  }),
  "publish/restored": entry<{ path: string }>({
    severity: "info",
    en: {
      message: ({ path }) => `an earlier run was interrupted; \`${path}\` has been completed`,
      about:
        "A run was killed after it had prepared the whole output and before it was in its place. The prepared output is now there.",
    },
    pt: {
      message: ({ path }) => `uma execução anterior foi interrompida; \`${path}\` foi completada`,
      about:
        "Uma execução foi interrompida depois de preparar toda a saída e antes de pô-la no lugar. A saída preparada agora está lá.",
    },
  }),
  "publish/left-behind": entry<{ path: string }>({
    severity: "warning",
    en: {
      message: ({ path }) => `the output is in place, but \`${path}\` could not be removed`,
      hint: () => "the next run tries again",
      about:
        "The folder holds the previous output. Something in it may be open in another program, or forbid its removal.",
    },
    pt: {
      message: ({ path }) => `a saída está no lugar, mas \`${path}\` não pôde ser removida`,
      hint: () => "a próxima execução tenta de novo",
      about:
        "A pasta contém a saída anterior. Algo nela pode estar aberto em outro programa ou não permitir a remoção.",
    },
  }),
  "publish/disk-refused": entry<{ path: string; reason: string }>({
    severity: "error",
    en: {
      message: ({ path, reason }) => `\`${path}\` cannot be written: ${systemWords(reason, "en")}`,
      hint: ({ reason }) => remedies[reason]?.en,
      about:
        "The system refused to write the output. The previous output is as it was. The message gives the reason that the system named.",
    },
    pt: {
      message: ({ path, reason }) =>
        `\`${path}\` não pode ser gravado: ${systemWords(reason, "pt")}`,
      hint: ({ reason }) => remedies[reason]?.pt,
      about:
        "O sistema não deixou gravar a saída. A saída anterior continua como estava. A mensagem traz o motivo dado pelo sistema.",
    },
  }),
  "publish/not-a-folder": entry<{ path: string; found: "file" | "link" }>({
    severity: "error",
    en: {
      message: ({ path, found }) =>
        `\`${path}\` must be a folder, but is a ${found === "link" ? "symbolic link" : "file"}`,
      hint: ({ path }) => `move \`${path}\` away`,
      about:
        "The output folder is exchanged as a whole. A link would be replaced instead of what it leads to, so neither links nor files are accepted there.",
    },
    pt: {
      message: ({ path, found }) =>
        `\`${path}\` deve ser uma pasta, mas é um ${found === "link" ? "link simbólico" : "arquivo"}`,
      hint: ({ path }) => `mova \`${path}\` para outro lugar`,
      about:
        "A pasta de saída é trocada por inteiro. Um link seria substituído em vez daquilo a que leva; por isso não se aceitam ali nem links nem arquivos.",
    },
  }),
  "publish/mount-point": entry<{ path: string }>({
    severity: "error",
    en: {
      message: ({ path }) => `\`${path}\` is a file system of its own`,
      hint: () => "mount the folder that holds `out/` instead",
      about:
        "The output is exchanged by renaming a folder, which only works within one file system.",
    },
    pt: {
      message: ({ path }) => `\`${path}\` é um sistema de arquivos à parte`,
      hint: () => "monte a pasta que contém `out/`",
      about:
        "A saída é trocada renomeando uma pasta, o que só funciona dentro de um mesmo sistema de arquivos.",
    },
  }),
  "publish/unsafe-path": entry<{ path: string; defect: NameDefect }>({
    severity: "error",
    en: {
      message: ({ path, defect }) => `\`${path}\` cannot be published: ${nameDefects.en[defect]}`,
      hint: () => "rename the item that the page is named after",
      about:
        "Published files must mean the same on every system. Names that Windows cannot hold, or that lead elsewhere, are refused.",
    },
    pt: {
      message: ({ path, defect }) =>
        `\`${path}\` não pode ser publicado: ${nameDefects.pt[defect]}`,
      hint: () => "renomeie o item que dá nome à página",
      about:
        "Os arquivos publicados devem significar o mesmo em todos os sistemas. Nomes que o Windows não aceita, ou que levam a outro lugar, são recusados.",
    },
  }),
  "publish/colliding-paths": entry<{ path: string; other: string }>({
    severity: "error",
    en: {
      message: ({ path, other }) => `\`${path}\` and \`${other}\` are one file on some systems`,
      hint: () => "rename one of the two items that the pages are named after",
      about:
        "Windows and macOS do not tell upper from lower case, so one page would replace the other. A file also cannot stand where a folder is needed.",
    },
    pt: {
      message: ({ path, other }) =>
        `\`${path}\` e \`${other}\` são um só arquivo em alguns sistemas`,
      hint: () => "renomeie um dos dois itens que dão nome às páginas",
      about:
        "Windows e macOS não distinguem maiúsculas de minúsculas, e uma página substituiria a outra. Um arquivo também não pode ocupar o lugar de uma pasta.",
    },
  }),
};

const allow = {
  en: "let the current user write to it and to the folder it lies in",
  pt: "permita que o usuário atual grave nele e na pasta em que ele está",
};

const remedies: Readonly<Record<string, { readonly en: string; readonly pt: string }>> = {
  EACCES: allow,
  EPERM: allow,
  EROFS: {
    en: "run rastro where the project can be written",
    pt: "execute o rastro onde se possa gravar no projeto",
  },
  ENOSPC: { en: "free some space and run again", pt: "libere espaço e execute de novo" },
  EDQUOT: { en: "free some space and run again", pt: "libere espaço e execute de novo" },
  EBUSY: {
    en: "close the program that uses it, or unmount what is mounted there",
    pt: "feche o programa que o usa ou desmonte o que está montado ali",
  },
};
