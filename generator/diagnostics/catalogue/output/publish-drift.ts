import { entry } from "../entry.ts";

type NoArguments = Record<never, never>;

/** How the files of an output folder can differ from what was, or would be, made. */
export const publishDriftCatalogue = {
  "publish/foreign-file": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this file is in the way of the output, and rastro did not make it",
      hint: () => "move it away, or remove it when it is not needed",
      about:
        "Only files that are listed in `out/data/manifest.json` are ever replaced or removed. This one is not listed, but a page needs its place.",
    },
    pt: {
      message: () => "este arquivo está no lugar de uma saída, e o rastro não o criou",
      hint: () => "mova-o, ou remova-o se não for necessário",
      about:
        "Só são substituídos ou removidos os arquivos listados em `out/data/manifest.json`. Este não está na lista, mas uma página precisa do lugar dele.",
    },
  }),
  "publish/edited-output": entry<NoArguments>({
    severity: "warning",
    en: {
      message: () => "this file was edited by hand; the edit is replaced",
      hint: () => "edit the source that the page names at its end",
      about:
        "Everything in the output is derived and made anew in each run. Put the change into the source.",
    },
    pt: {
      message: () => "este arquivo foi editado à mão; a edição é substituída",
      hint: () => "edite a fonte que a página indica no fim",
      about: "Tudo na saída é derivado e refeito a cada execução. Faça a mudança na fonte.",
    },
  }),
  "publish/lost-output": entry<NoArguments>({
    severity: "warning",
    en: {
      message: () => "this file is in the manifest, but not there any more",
      hint: () => "run `rastro gen` without a target to make it again",
      about:
        "The run makes only some of the targets and keeps the files of the others. This one was removed since it was made.",
    },
    pt: {
      message: () => "este arquivo consta do manifesto, mas não está mais lá",
      hint: () => "execute `rastro gen` sem alvo para refazê-lo",
      about:
        "A execução faz só alguns alvos e mantém os arquivos dos outros. Este foi removido depois de feito.",
    },
  }),
  "publish/unreadable-manifest": entry<NoArguments>({
    severity: "warning",
    en: {
      message: () => "this is not a manifest of rastro; no file counts as made by it",
      hint: () => "it is written anew",
      about:
        "The manifest says which files rastro made. Without it files with other content than what is made now are taken for somebody else's.",
    },
    pt: {
      message: () => "isto não é um manifesto do rastro; nenhum arquivo conta como feito por ele",
      hint: () => "ele é gravado de novo",
      about:
        "O manifesto diz quais arquivos o rastro fez. Sem ele, arquivos com conteúdo diferente do que é feito agora são considerados alheios.",
    },
  }),
  "publish/stale-file": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this file is not what would be made now",
      hint: () => "run `rastro gen`",
      about: "A source has changed since the output was made, or the file was edited by hand.",
    },
    pt: {
      message: () => "este arquivo não é o que seria feito agora",
      hint: () => "execute `rastro gen`",
      about: "Uma fonte mudou desde que a saída foi feita, ou o arquivo foi editado à mão.",
    },
  }),
  "publish/missing-file": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this file would be made, but is not there",
      hint: () => "run `rastro gen`",
      about: "The output lacks a file that the sources call for.",
    },
    pt: {
      message: () => "este arquivo seria feito, mas não está lá",
      hint: () => "execute `rastro gen`",
      about: "Falta na saída um arquivo que as fontes pedem.",
    },
  }),
  "publish/extra-file": entry<NoArguments>({
    severity: "error",
    en: {
      message: () => "this file would not be made any more",
      hint: () => "run `rastro gen`, which removes it",
      about: "The output holds a file of rastro's whose source is gone.",
    },
    pt: {
      message: () => "este arquivo não seria mais feito",
      hint: () => "execute `rastro gen`, que o remove",
      about: "A saída contém um arquivo do rastro cuja fonte não existe mais.",
    },
  }),
};
