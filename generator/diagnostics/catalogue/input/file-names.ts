import type { NameDefect } from "#model/pages/file-name.ts";

/** What is wrong with the name of a file that is to be published. */
export const nameDefects = {
  en: {
    outside: "it leads outside the output folder",
    reserved: "Windows keeps the name for a device",
    ending: "Windows drops a full stop or space at the end of a name",
    character: 'a name must not contain control characters or any of < > : " | ? * \\',
    length: "a name is longer than 143 bytes",
  },
  pt: {
    outside: "ele leva para fora da pasta de saída",
    reserved: "o Windows reserva o nome para um dispositivo",
    ending: "o Windows descarta o ponto ou o espaço no fim de um nome",
    character: 'um nome não pode conter caracteres de controle nem < > : " | ? * \\',
    length: "um nome tem mais de 143 bytes",
  },
} as const satisfies Readonly<Record<"en" | "pt", Readonly<Record<NameDefect, string>>>>;
