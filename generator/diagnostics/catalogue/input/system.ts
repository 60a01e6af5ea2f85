/** What a code of the operating system means; a code that is not here is shown as it is. */
const meanings: Readonly<Record<string, { readonly en: string; readonly pt: string }>> = {
  EACCES: { en: "permission is denied", pt: "sem permissão" },
  EEXIST: { en: "it is already there", pt: "já existe" },
  EISDIR: { en: "it is a folder", pt: "é uma pasta" },
  ELOOP: { en: "its symbolic links go in circles", pt: "seus links simbólicos andam em círculos" },
  ENOENT: { en: "it does not exist", pt: "não existe" },
  ENOSPC: { en: "the disk is full", pt: "o disco está cheio" },
  ENOTDIR: { en: "a part of its path is no folder", pt: "uma parte do caminho não é uma pasta" },
  EPERM: { en: "the operation is not permitted", pt: "a operação não é permitida" },
  EROFS: { en: "the file system is read-only", pt: "o sistema de arquivos é somente leitura" },
  ENAMETOOLONG: { en: "the path is too long", pt: "o caminho é longo demais" },
  EMFILE: { en: "too many files are open", pt: "há arquivos abertos demais" },
  ENFILE: { en: "too many files are open", pt: "há arquivos abertos demais" },
  EDQUOT: { en: "the quota of disk space is used up", pt: "a cota de espaço em disco acabou" },
  EIO: { en: "the disk reports an error", pt: "o disco informa um erro" },
  EBUSY: { en: "it is in use", pt: "está em uso" },
};

/** What a code means; undefined for one that is not of the operating system, or too rare. */
export const systemMeaning = (code: string, language: "en" | "pt-BR"): string | undefined =>
  meanings[code]?.[language === "en" ? "en" : "pt"];

export const systemWords = (code: string, language: "en" | "pt"): string =>
  meanings[code]?.[language] ?? `\`${code}\``;
