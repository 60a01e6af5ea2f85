/** What patterns mean; nobody should have to read one to mend a value. */
export const patternWords: Readonly<Record<string, { readonly en: string; readonly pt: string }>> =
  {
    "^[\\p{L}\\p{N}][\\p{L}\\p{N}._-]*$": {
      en: "begin with a letter or digit and hold only letters, digits, `.`, `_`, `-`",
      pt: "começar com letra ou dígito e conter só letras, dígitos, `.`, `_`, `-`",
    },
    "^[a-z0-9][a-z0-9-]*$": {
      en: "begin with a lower-case letter or digit and hold only these and `-`",
      pt: "começar com letra minúscula ou dígito e conter só estes e `-`",
    },
    "^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}(:\\d{2})?(Z|[+-]\\d{2}:\\d{2}))?$": {
      en: "be a day (`2026-02-12`) or a moment with its offset (`2026-02-12T17:00:00Z`)",
      pt: "ser um dia (`2026-02-12`) ou um momento com fuso (`2026-02-12T17:00:00Z`)",
    },
    "^[0-9a-f]{7,64}$": {
      en: "be the hash of a commit: 7 to 64 of the characters `0`–`9` and `a`–`f`",
      pt: "ser o hash de um commit: de 7 a 64 dos caracteres `0`–`9` e `a`–`f`",
    },
    "^[^/\\\\\\s][^\\\\]*\\.md$": {
      en: "be the path of a page below language and project (`reports/status.md`)",
      pt: "ser o caminho de uma página abaixo de idioma e projeto (`reports/status.md`)",
    },
    "^\\d+ (min|h|d)$": {
      en: "be a number with `min`, `h` or `d` (`2 h`)",
      pt: "ser um número com `min`, `h` ou `d` (`2 h`)",
    },
    "^sha256:[0-9a-f]{64}$": {
      en: "be `sha256:` and 64 of the characters `0`–`9` and `a`–`f`",
      pt: "ser `sha256:` e 64 dos caracteres `0`–`9` e `a`–`f`",
    },
    "^https?://[^\\s/]+": {
      en: "begin with `http://` or `https://` and a host",
      pt: "começar com `http://` ou `https://` e um domínio",
    },
    "^v?[0-9][A-Za-z0-9._-]{0,48}$": {
      en: "be the name of a version (`1.2`, `v2.0.0-rc.1`)",
      pt: "ser o nome de uma versão (`1.2`, `v2.0.0-rc.1`)",
    },
    "^https?://": {
      en: "begin with `http://` or `https://`",
      pt: "começar com `http://` ou `https://`",
    },
    "^[a-z][a-z0-9-]*$": {
      en: "begin with a lower-case letter and hold only these, digits and `-`",
      pt: "começar com letra minúscula e conter só estas, dígitos e `-`",
    },
    "^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}Z$": {
      en: "be a moment in UTC, to the second (`2026-02-12T17:00:00Z`)",
      pt: "ser um momento em UTC, até o segundo (`2026-02-12T17:00:00Z`)",
    },
    "^[0-9a-f]{64}$": {
      en: "be 64 of the characters `0`–`9` and `a`–`f`",
      pt: "ser 64 dos caracteres `0`–`9` e `a`–`f`",
    },
    "^https?://[^/]+/[^/]+/[^/]+": {
      en: "be the address of a repository (`https://example.org/owner/name`)",
      pt: "ser o endereço de um repositório (`https://example.org/dono/nome`)",
    },
    "\\.md$": {
      en: "be a path that ends in `.md`",
      pt: "ser um caminho que termina em `.md`",
    },
    "^[^/\\\\#?:]+(/[^/\\\\#?:]+)*\\.html$": {
      en: "be the path of a page of the site (`guias/inicio.html`)",
      pt: "ser o caminho de uma página do site (`guias/inicio.html`)",
    },
    "^https?://|^[^/\\\\#?:]+(/[^/\\\\#?:]+)*\\.html$": {
      en: "be an address, or the path of a page of the site (`guias/inicio.html`)",
      pt: "ser um endereço ou o caminho de uma página do site (`guias/inicio.html`)",
    },
    "^/": { en: "begin with `/`", pt: "começar com `/`" },
    "^\\/": { en: "begin with `/`", pt: "começar com `/`" },
    "^x-": { en: "begin with `x-`", pt: "começar com `x-`" },
  };
