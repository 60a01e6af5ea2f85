import { entry } from "../entry.ts";

interface LabelArguments {
  readonly label: string;
}

/** What can be wrong with definitions, notes and pictures of a page. */
export const folderLabelsCatalogue = {
  "verify/undefined-reference": entry<LabelArguments>({
    severity: "warning",
    en: {
      message: ({ label }) => `no definition \`[${label}]: …\` is in the page`,
      about:
        "Text such as `[words][label]` is a link only when the page defines the label; readers see the brackets. Add the definition, or escape the brackets.",
    },
    pt: {
      message: ({ label }) => `a página não tem a definição \`[${label}]: …\``,
      about:
        "Um texto como `[palavras][rótulo]` só é link quando a página define o rótulo; o leitor vê os colchetes. Acrescente a definição ou escape os colchetes.",
    },
  }),
  "verify/unused-definition": entry<LabelArguments>({
    severity: "info",
    en: {
      message: ({ label }) => `nothing in the page uses the definition \`[${label}]: …\``,
      about: "A definition shows nothing by itself. Use it, or remove it.",
    },
    pt: {
      message: ({ label }) => `nada na página usa a definição \`[${label}]: …\``,
      about: "Uma definição não mostra nada por si mesma. Use-a ou remova-a da página.",
    },
  }),
  "verify/shadowed-definition": entry<LabelArguments>({
    severity: "warning",
    en: {
      message: ({ label }) =>
        `the definition \`[${label}]: …\` comes after another of the same label`,
      about:
        "Of several definitions of one label the first counts, the others are ignored. Remove all but one.",
    },
    pt: {
      message: ({ label }) => `a definição \`[${label}]: …\` vem depois de outra do mesmo rótulo`,
      about:
        "De várias definições do mesmo rótulo vale a primeira; as outras são ignoradas. Deixe só uma delas.",
    },
  }),
  "verify/undefined-footnote": entry<LabelArguments>({
    severity: "warning",
    en: {
      message: ({ label }) => `the page has no note \`[^${label}]: …\``,
      about:
        "The mark of a footnote is one only when the page has the note; readers see the brackets. Add the note, or escape the brackets.",
    },
    pt: {
      message: ({ label }) => `a página não tem a nota \`[^${label}]: …\``,
      about:
        "A marca de uma nota só vale quando a página tem a nota; o leitor vê os colchetes. Acrescente a nota ou escape os colchetes.",
    },
  }),
  "verify/unused-footnote": entry<LabelArguments>({
    severity: "info",
    en: {
      message: ({ label }) => `nothing in the page refers to the note \`[^${label}]: …\``,
      about: "A note that nothing refers to is not shown. Refer to it, or remove it.",
    },
    pt: {
      message: ({ label }) => `nada na página se refere à nota \`[^${label}]: …\``,
      about: "Uma nota a que nada se refere não é mostrada. Faça referência a ela ou remova-a.",
    },
  }),
  "verify/duplicate-footnote": entry<LabelArguments>({
    severity: "warning",
    en: {
      message: ({ label }) => `the note \`[^${label}]: …\` comes after another of the same label`,
      about:
        "Of several notes of one label only the first is shown. Give the other a label of its own.",
    },
    pt: {
      message: ({ label }) => `a nota \`[^${label}]: …\` vem depois de outra do mesmo rótulo`,
      about:
        "De várias notas do mesmo rótulo só a primeira é mostrada. Dê à outra um rótulo próprio.",
    },
  }),
  "verify/image-without-text": entry<LabelArguments>({
    severity: "info",
    en: {
      message: ({ label }) => `the picture \`${label}\` has no words for those who do not see it`,
      about:
        'Screen readers, and readers without the file, get the alternative text. Write what the picture shows; in HTML, `alt=""` says that it is mere decoration.',
    },
    pt: {
      message: ({ label }) => `a imagem \`${label}\` não tem palavras para quem não a vê`,
      about:
        'Leitores de tela e quem não recebe o arquivo ficam com o texto alternativo. Escreva o que a imagem mostra; em HTML, `alt=""` diz que é mera decoração.',
    },
  }),
};
