/** What the gate commands say, beside the words that pages use too. */
export const gateTexts = {
  "pt-BR": {
    operands: "gate precisa de: status|statement|sign|verify <portão>",
    unknownGate: (name: string, known: readonly string[]) =>
      known.length === 0
        ? `portão desconhecido: ${name}; nenhum projeto tem portões`
        : `portão desconhecido: ${name}; há ${known.join(", ")}`,
    ambiguous: (name: string, known: readonly string[]) =>
      `${name} existe em vários projetos; escreva ${known.join(" ou ")}`,
    ownFile: (name: string) =>
      `${name} não tem arquivo próprio; só se assina o que está em um arquivo *.gate.yaml`,
    untrusted: "nada foi escrito: ninguém poderia verificar essa assinatura",
    written: (path: string) => `escrito: ${path}`,
    unchanged: (path: string) => `já está em dia: ${path}`,
    digest: (digest: string) => `sha256: ${digest}`,
    signNext: (name: string) =>
      `para assinar: rastro gate sign ${name} --decision GO|NO-GO|ABSTAIN`,
    noStatement: (name: string) =>
      `não há declaração em dia para assinar; faça-a com: rastro gate statement ${name}`,
    lost: "nada foi escrito: a referência confiável tem uma decisão assinada que aqui falta ou é outra; devolva-a como era",
    decided: (path: string, name: string) =>
      `${path} já está na referência confiável, e decisões não se reescrevem; para decidir de novo: rastro gate statement ${name} --new`,
    decision: "diga o que você decide: --decision GO, NO-GO ou ABSTAIN",
    noKey: "nenhuma chave encontrada; indique-a com --key",
    unreadableKey: (path: string) => `não há chave pública em ${path}`,
    unlisted: (fingerprint: string) =>
      `a chave ${fingerprint} não está em allowed_signers da referência confiável`,
    principal: (known: readonly string[]) =>
      `diga quem assina com --principal: ${known.join(", ")}`,
    role: (known: readonly string[]) =>
      known.length === 0
        ? "nenhum papel do portão aceita esse titular"
        : `diga em que papel com --role: ${known.join(", ")}`,
    answer: (written: string) =>
      `--answer não aceita '${written}'; aceita CRITÉRIO=yes ou CRITÉRIO=no`,
    unanswered: (known: readonly string[]) => `responda antes: ${known.join("; ")}`,
    notSigned: "ssh-keygen não assinou; nada foi escrito",
    noSshKeygen: "ssh-keygen não foi encontrado; instale o cliente OpenSSH",
    refused: (why: string) => `a assinatura foi feita, mas não conta: ${why}`,
    required: "exigido",
    observed: "observado",
    evidence: "evidência",
    waived: "dispensado",
    why: "por quê",
    requires: "exige antes",
    waivers: "dispensas",
    signatures: "assinaturas",
    trust: "confiança",
    judgedAt: (now: string) => `validade julgada em ${now}`,
    noRecord: "ninguém assinou",
  },
  en: {
    operands: "gate needs: status|statement|sign|verify <gate>",
    unknownGate: (name: string, known: readonly string[]) =>
      known.length === 0
        ? `unknown gate: ${name}; no project has gates`
        : `unknown gate: ${name}; there are ${known.join(", ")}`,
    ambiguous: (name: string, known: readonly string[]) =>
      `${name} is in several projects; write ${known.join(" or ")}`,
    ownFile: (name: string) =>
      `${name} has no file of its own; only what is in a file *.gate.yaml can be signed`,
    untrusted: "nothing was written: nobody could verify that signature",
    written: (path: string) => `written: ${path}`,
    unchanged: (path: string) => `up to date: ${path}`,
    digest: (digest: string) => `sha256: ${digest}`,
    signNext: (name: string) => `to sign: rastro gate sign ${name} --decision GO|NO-GO|ABSTAIN`,
    noStatement: (name: string) =>
      `there is no current statement to sign; make it with: rastro gate statement ${name}`,
    lost: "nothing was written: the trusted ref has a signed decision that is missing here, or not as it was; bring it back",
    decided: (path: string, name: string) =>
      `${path} is on the trusted ref already, and decisions are not written over; to decide anew: rastro gate statement ${name} --new`,
    decision: "say what you decide: --decision GO, NO-GO or ABSTAIN",
    noKey: "no key found; name it with --key",
    unreadableKey: (path: string) => `there is no public key at ${path}`,
    unlisted: (fingerprint: string) =>
      `the key ${fingerprint} is not in allowed_signers of the trusted ref`,
    principal: (known: readonly string[]) => `say who signs with --principal: ${known.join(", ")}`,
    role: (known: readonly string[]) =>
      known.length === 0
        ? "no role of the gate takes this principal"
        : `say in which role with --role: ${known.join(", ")}`,
    answer: (written: string) =>
      `--answer does not take '${written}'; it takes CRITERION=yes or CRITERION=no`,
    unanswered: (known: readonly string[]) => `answer first: ${known.join("; ")}`,
    notSigned: "ssh-keygen did not sign; nothing was written",
    noSshKeygen: "ssh-keygen was not found; install the OpenSSH client",
    refused: (why: string) => `the signature was made, but does not count: ${why}`,
    required: "required",
    observed: "observed",
    evidence: "evidence",
    waived: "waived",
    why: "why",
    requires: "requires before",
    waivers: "waivers",
    signatures: "signatures",
    trust: "trust",
    judgedAt: (now: string) => `validity judged at ${now}`,
    noRecord: "nobody has signed",
  },
} as const;
