import { entry } from "./entry.ts";

const faults = {
  en: {
    unreadable: "the statement cannot be read",
    "not-canonical": "the statement is not written as it was signed",
    "other-gate": "the statement is about another gate or round",
    inconsistent: "the statement contradicts itself",
    "results-differ": "the same files give other results",
    "other-tool": "another version of rastro gives other results",
    "scope-changed": "its files have changed",
    "broken-chain": "an earlier decision is missing or was changed",
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
  },
} as const;

const problems = {
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

const hints: Record<"en" | "pt", Partial<Record<keyof typeof problems.en, string>>> = {
  en: {
    "no-trusted-ref": "name what to trust with `--trusted-ref`",
    shallow: "fetch the whole history: `git fetch --unshallow`",
    "no-policy": "bring the policy to the trusted ref first, in a change of its own",
    "no-signers": "bring `allowed_signers` to the trusted ref first, in a change of its own",
  },
  pt: {
    "no-trusted-ref": "indique em que confiar com `--trusted-ref`",
    shallow: "traga o histórico inteiro: `git fetch --unshallow`",
    "no-policy": "leve antes a política à referência confiável, em uma mudança própria",
    "no-signers": "leve antes `allowed_signers` à referência confiável, em uma mudança própria",
  },
};

const refusals = {
  en: {
    unsigned: "it has no signature",
    "malformed-signature": "its signature is not one",
    "other-namespace": "its signature was made for something else",
    "wrong-signature": "its signature is of another text or key",
    unreadable: "it is not a sign-off",
    "not-canonical": "it is not written as sign-offs are",
    "other-statement": "it is about another statement, gate or round",
    "unknown-key": "its key may not speak for its principal",
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
    "unknown-key": "sua chave não pode falar por seu titular",
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

const waiverStates = {
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

/** What is wrong with decisions: nothing of it opens a gate, and the verdict says so too. */
export const gatesCatalogue = {
  "evaluate/gate-tampered": entry<{ gate: string; fault: keyof typeof faults.en }>({
    severity: "warning",
    en: {
      message: ({ gate, fault }) =>
        `the decision about \`${gate}\` is tampered with: ${faults.en[fault]}`,
      hint: () => "compare the files of the decision with their history, and decide anew",
      about:
        "The stored statement of a gate is made again from the files that it names. When it differs although none of them has changed, somebody has edited it, or a decision before it, after it was made. No signature on it counts.",
    },
    pt: {
      message: ({ gate, fault }) =>
        `a decisão sobre \`${gate}\` foi adulterada: ${faults.pt[fault]}`,
      hint: () => "compare os arquivos da decisão com seu histórico e decida de novo",
      about:
        "A declaração guardada de um portão é refeita a partir dos arquivos que ela cita. Quando difere sem que nenhum deles tenha mudado, alguém a editou, ou editou uma decisão anterior, depois de feita. Nenhuma assinatura nela conta.",
    },
  }),
  "evaluate/gate-stale": entry<{
    gate: string;
    fault: keyof typeof faults.en;
    files: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ gate, fault, files }) =>
        `the signatures of \`${gate}\` count no more: ${faults.en[fault]}${listed(files)}`,
      hint: () => "make a new statement with `rastro gate statement`, and have it signed",
      about:
        "A signature is about exactly the files of a gate's scope. When one of them changes, what was signed is no longer what is there, and the decision is made again.",
    },
    pt: {
      message: ({ gate, fault, files }) =>
        `as assinaturas de \`${gate}\` não valem mais: ${faults.pt[fault]}${listed(files)}`,
      hint: () => "faça outra declaração com `rastro gate statement` e peça que a assinem",
      about:
        "Uma assinatura vale exatamente para os arquivos do escopo do portão. Quando um deles muda, o que foi assinado já não é o que existe, e a decisão é tomada de novo.",
    },
  }),
  "evaluate/gate-untrusted": entry<{ gate: string; why: keyof typeof problems.en }>({
    severity: "warning",
    en: {
      message: ({ gate, why }) => `no signature of \`${gate}\` can be judged: ${problems.en[why]}`,
      hint: ({ why }) => hints.en[why] ?? hints.en["no-trusted-ref"],
      about:
        "Policies, signers and revoked keys are read from a trusted ref, because a change that is judged must not bring its own. Without them, or without a date, nobody can say what a signature is worth.",
    },
    pt: {
      message: ({ gate, why }) =>
        `nenhuma assinatura de \`${gate}\` pode ser julgada: ${problems.pt[why]}`,
      hint: ({ why }) => hints.pt[why] ?? hints.pt["no-trusted-ref"],
      about:
        "Políticas, signatários e chaves revogadas são lidos de uma referência confiável, pois a mudança que se julga não pode trazer os seus. Sem eles, ou sem uma data, ninguém pode dizer quanto vale uma assinatura.",
    },
  }),
  "evaluate/gate-policy-differs": entry<{ gate: string; ref: string }>({
    severity: "warning",
    en: {
      message: ({ gate, ref }) =>
        `\`${gate}\` is judged by the policy of \`${ref}\`, which is not the one here`,
      about:
        "A change cannot loosen the policy that judges it. The policy in the working tree counts once it has reached the trusted ref.",
    },
    pt: {
      message: ({ gate, ref }) =>
        `\`${gate}\` é julgado pela política de \`${ref}\`, que não é a daqui`,
      about:
        "Uma mudança não pode afrouxar a política que a julga. A política da pasta de trabalho vale quando chegar à referência confiável.",
    },
  }),
  "evaluate/signature-refused": entry<{ gate: string; why: keyof typeof refusals.en }>({
    severity: "warning",
    en: {
      message: ({ gate, why }) =>
        `this sign-off of \`${gate}\` does not count: ${refusals.en[why]}`,
      about:
        "A sign-off counts when its signature is genuine, its key may speak for its principal today, its principal may sign in its role, and nobody counts twice. This one does not, and is shown as what it is.",
    },
    pt: {
      message: ({ gate, why }) => `esta decisão sobre \`${gate}\` não conta: ${refusals.pt[why]}`,
      about:
        "Uma decisão conta quando a assinatura é autêntica, a chave pode falar hoje por seu titular, o titular pode assinar no papel e ninguém conta duas vezes. Esta não conta, e aparece como o que é.",
    },
  }),
  "evaluate/waiver-void": entry<{
    gate: string;
    criterion: string;
    state: keyof typeof waiverStates.en;
  }>({
    severity: "warning",
    en: {
      message: ({ gate, criterion, state }) =>
        `the waiver of \`${criterion}\` in \`${gate}\` has no effect: ${waiverStates.en[state]}`,
      about:
        "A waiver stands in for a criterion of its gate that is marked `waivable`, until it expires. One that does not is listed, and changes no verdict.",
    },
    pt: {
      message: ({ gate, criterion, state }) =>
        `a dispensa de \`${criterion}\` em \`${gate}\` não tem efeito: ${waiverStates.pt[state]}`,
      about:
        "Uma dispensa vale por um critério de seu portão que esteja marcado com `waivable`, até vencer. A que não vale é listada e não muda nenhum veredito.",
    },
  }),
};

const listed = (files: readonly string[]): string =>
  files.length === 0 ? "" : ` (${files.map((file) => `\`${file}\``).join(", ")})`;
