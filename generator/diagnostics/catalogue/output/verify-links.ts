import { entry } from "../entry.ts";

interface LinkArguments {
  readonly url: string;
}

/** What can be wrong with a link of an emitted page. */
export const verifyLinksCatalogue = {
  "verify/missing-target": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` leads to no page or file of the output`,
      about:
        "A published page has a link whose target is not published. Correct the link at the line that is named, or add what it leads to.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` não leva a nenhuma página ou arquivo da saída`,
      about:
        "Uma página publicada tem um link cujo destino não é publicado. Corrija o link na linha indicada ou acrescente o destino.",
    },
  }),
  "verify/wrong-case": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` differs from its target in upper and lower case`,
      about:
        "The link works on Windows and macOS and is broken on Linux and on the web. Write the path as the file is called.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` difere do destino em maiúsculas e minúsculas`,
      about:
        "O link funciona no Windows e no macOS e quebra no Linux e na web. Escreva o caminho como o arquivo se chama.",
    },
  }),
  "verify/other-unicode-form": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` writes accents in another form than its target`,
      hint: () => "type the accented letters anew, or copy the suggestion",
      about:
        "Unicode has two ways to write an accented letter, which look alike. The link uses one (NFC or NFD) and the file's name the other.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` escreve os acentos em forma diferente da do destino`,
      hint: () => "digite de novo as letras acentuadas ou copie a sugestão",
      about:
        "O Unicode tem duas maneiras de escrever uma letra acentuada, com a mesma aparência. O link usa uma (NFC ou NFD) e o nome do arquivo usa a outra.",
    },
  }),
  "verify/missing-anchor": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` names a part that its page does not have`,
      about:
        "The page is there, but it has no heading or anchor of that name, so the link leads to its top. Correct what stands after `#`.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` nomeia uma parte que a página não tem`,
      about:
        "A página existe, mas não tem título nem âncora com esse nome, e o link leva ao topo. Corrija o que está depois de `#`.",
    },
  }),
  "verify/wrong-case-anchor": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` differs from its anchor in upper and lower case`,
      about:
        "Browsers tell the case of anchors apart. Write what stands after `#` as the anchor is.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` difere da âncora em maiúsculas e minúsculas`,
      about:
        "Os navegadores distinguem maiúsculas de minúsculas nas âncoras. Escreva o que está depois de `#` como está na âncora.",
    },
  }),
  "verify/malformed-encoding": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` has a \`%\` that encodes nothing`,
      hint: () => "write `%25` for a percent sign",
      about:
        "In a URL `%` must be followed by two hexadecimal digits, and the bytes must be UTF-8.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` tem um \`%\` que não codifica nada`,
      hint: () => "escreva `%25` para um sinal de porcentagem",
      about:
        "Numa URL, `%` deve ser seguido de dois dígitos hexadecimais, e os bytes devem ser UTF-8.",
    },
  }),
  "verify/leaves-output": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` leads outside the documentation`,
      hint: () => "write a path relative to the page, within the documentation",
      about:
        "Published pages may be read from a disk or below any address, so links between them are relative and stay inside. A link from the root (`/…`) or out of the folder breaks there.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` leva para fora da documentação`,
      hint: () => "escreva um caminho relativo à página, dentro da documentação",
      about:
        "As páginas publicadas podem ser lidas do disco ou sob qualquer endereço; por isso os links entre elas são relativos e ficam dentro. Um link a partir da raiz (`/…`) ou para fora da pasta quebra ali.",
    },
  }),
  "verify/refused-scheme": entry<LinkArguments>({
    severity: "error",
    en: {
      message: ({ url }) => `the link \`${url}\` has a scheme that is not published`,
      hint: () => "use `https:`, `http:`, `mailto:` or `tel:`, or a relative path",
      about:
        "Links such as `javascript:` or `file:` run code or point into one machine. Only schemes that are safe and mean the same everywhere are published.",
    },
    pt: {
      message: ({ url }) => `o link \`${url}\` tem um esquema que não se publica`,
      hint: () => "use `https:`, `http:`, `mailto:` ou `tel:`, ou um caminho relativo",
      about:
        "Links como `javascript:` ou `file:` executam código ou apontam para uma só máquina. Só se publicam esquemas seguros e com o mesmo sentido em toda parte.",
    },
  }),
  "verify/empty-link": entry<LinkArguments>({
    severity: "error",
    en: {
      message: () => "a link leads nowhere: its address is empty",
      about: "Somebody meant to link and did not say where. Add the target, or remove the link.",
    },
    pt: {
      message: () => "um link não leva a lugar algum: o endereço está vazio",
      about:
        "Alguém quis pôr um link e não disse para onde. Acrescente o destino ou remova o link.",
    },
  }),
};
