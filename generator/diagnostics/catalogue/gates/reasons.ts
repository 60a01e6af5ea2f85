export const faults = {
  en: {
    unreadable: "the statement cannot be read",
    "not-canonical": "the statement is not written as it was signed",
    "other-gate": "the statement is about another gate or round",
    inconsistent: "the statement contradicts itself",
    "results-differ": "the same files give other results",
    "other-tool": "another version of rastro gives other results",
    "scope-changed": "its files have changed",
    "broken-chain": "an earlier decision is missing or was changed",
    "decision-lost": "what the trusted ref had of it is missing or was changed",
    "unknown-root": "the trusted ref never had the signers or the policy that it names",
  },
  pt: {
    unreadable: "a declaração não pode ser lida",
    "not-canonical": "a declaração não está escrita como foi assinada",
    "other-gate": "a declaração é de outro portão ou de outra rodada",
    inconsistent: "a declaração se contradiz",
    "results-differ": "os mesmos arquivos dão outros resultados",
    "other-tool": "outra versão do rastro dá outros resultados",
    "scope-changed": "seus arquivos mudaram",
    "broken-chain": "uma decisão anterior falta ou foi alterada",
    "decision-lost": "o que a referência confiável tinha dela falta ou foi alterado",
    "unknown-root": "a referência confiável nunca teve os signatários ou a política que ela cita",
  },
} as const;

export const problems = {
  en: {
    "no-git": "there is no git repository",
    "no-trusted-ref": "there is no main branch to trust",
    shallow: "the clone is shallow",
    "no-policy": "the trusted ref does not have the policy yet",
    "no-signers": "the trusted ref has no `allowed_signers` beside the policy",
    "unreadable-policy": "the policy of the trusted ref cannot be used",
    "unreadable-revocations": "the list of revoked keys cannot be read",
    "no-date": "no date counts as today",
  },
  pt: {
    "no-git": "não há repositório git",
    "no-trusted-ref": "não há ramo principal em que confiar",
    shallow: "o clone é raso",
    "no-policy": "a referência confiável ainda não tem a política",
    "no-signers": "a referência confiável não tem `allowed_signers` ao lado da política",
    "unreadable-policy": "a política da referência confiável não pode ser usada",
    "unreadable-revocations": "a lista de chaves revogadas não pode ser lida",
    "no-date": "nenhuma data conta como hoje",
  },
} as const;

export const hints: Record<"en" | "pt", Record<keyof typeof problems.en, string>> = {
  en: {
    "no-git": "put the project into a git repository: the main branch is what is trusted",
    "unreadable-policy": "mend the policy there: `rastro check` on that ref says what is wrong",
    "unreadable-revocations":
      "write one key a line, or make the list with `ssh-keygen -k` (see ssh-keygen(1))",
    "no-date": "give the date with `--as-of`, or name a `git` source: its last commit has one",
    "no-trusted-ref": "name what to trust with `--trusted-ref`",
    shallow: "fetch the whole history: `git fetch --unshallow`",
    "no-policy": "bring the policy to the trusted ref first, in a change of its own",
    "no-signers": "bring `allowed_signers` to the trusted ref first, in a change of its own",
  },
  pt: {
    "no-git": "ponha o projeto em um repositório git: confia-se no ramo principal",
    "unreadable-policy": "corrija a política lá: `rastro check` nessa referência diz o que há",
    "unreadable-revocations":
      "escreva uma chave por linha, ou faça a lista com `ssh-keygen -k` (veja ssh-keygen(1))",
    "no-date": "informe a data com `--as-of`, ou uma fonte `git`: o último commit tem uma",
    "no-trusted-ref": "indique em que confiar com `--trusted-ref`",
    shallow: "traga o histórico inteiro: `git fetch --unshallow`",
    "no-policy": "leve antes a política à referência confiável, em uma mudança própria",
    "no-signers": "leve antes `allowed_signers` à referência confiável, em uma mudança própria",
  },
};

export const refusals = {
  en: {
    unsigned: "it has no signature",
    "malformed-signature": "its signature is not one",
    "other-namespace": "its signature was made for something else",
    "wrong-signature": "its signature is of another text or key",
    unreadable: "it is not a sign-off",
    "not-canonical": "it is not written as sign-offs are",
    "other-statement": "it is about another statement, gate or round",
    certificate: "it was signed with a certificate, and only plain keys are accepted",
    "unknown-key": "its key may not speak for its principal",
    "key-later": "its key was allowed only after the statement was made",
    revoked: "its key is revoked",
    "key-expired": "its key has expired",
    "key-not-yet-valid": "its key is not valid yet",
    "role-not-allowed": "its principal may not sign in its role",
    author: "its principal wrote what is signed",
    "from-the-future": "it says that it was made later than now",
    expired: "it is too old",
    "counted-already": "its person or key counts already",
  },
  pt: {
    unsigned: "não tem assinatura",
    "malformed-signature": "sua assinatura não é uma assinatura",
    "other-namespace": "sua assinatura foi feita para outra coisa",
    "wrong-signature": "sua assinatura é de outro texto ou de outra chave",
    unreadable: "não é uma decisão assinável",
    "not-canonical": "não está escrita como as decisões são escritas",
    "other-statement": "é sobre outra declaração, outro portão ou outra rodada",
    certificate: "foi assinada com um certificado, e só chaves simples são aceitas",
    "unknown-key": "sua chave não pode falar por seu titular",
    "key-later": "sua chave só foi admitida depois de feita a declaração",
    revoked: "sua chave foi revogada",
    "key-expired": "sua chave expirou",
    "key-not-yet-valid": "sua chave ainda não vale",
    "role-not-allowed": "seu titular não pode assinar nesse papel",
    author: "seu titular escreveu o que se assina",
    "from-the-future": "diz ter sido feita depois de agora",
    expired: "é antiga demais",
    "counted-already": "sua pessoa ou chave já conta",
  },
} as const;

export const lineFaults = {
  en: {
    authority: "certificates are not accepted",
    option: "an option is not known",
    key: "there is no key of a known type",
  },
  pt: {
    authority: "certificados não são aceitos",
    option: "uma opção não é conhecida",
    key: "não há chave de um tipo conhecido",
  },
} as const;

export const waiverStates = {
  en: {
    expired: "it has expired",
    "no-date": "no date counts as today",
    "not-waivable": "the criterion cannot be waived",
    "unknown-criterion": "the gate has no such criterion",
  },
  pt: {
    expired: "venceu",
    "no-date": "nenhuma data conta como hoje",
    "not-waivable": "o critério não admite dispensa",
    "unknown-criterion": "o portão não tem esse critério",
  },
} as const;
