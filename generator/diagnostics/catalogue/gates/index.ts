import { entry } from "../entry.ts";
import { faults, hints, lineFaults, problems, refusals, waiverStates } from "./reasons.ts";

/** What is wrong with decisions: nothing of it opens a gate, and the verdict says so too. */
export const gatesCatalogue = {
  "evaluate/gate-tampered": entry<{
    gate: string;
    fault: keyof typeof faults.en;
    files: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ gate, fault, files }) =>
        `the decision about \`${gate}\` is tampered with: ${faults.en[fault]}${listed(files)}`,
      hint: ({ fault }) =>
        fault === "decision-lost"
          ? "bring the files back as they were: `git log -- <file>` says who took them away"
          : "compare the files of the decision with their history, and decide anew",
      about:
        "The stored statement of a gate is made again from the files that it names. When it differs although none of them has changed, somebody has edited it, or a decision before it, after it was made. A signed decision that the trusted ref ever had must also still be there: decisions are added to, never taken back. No signature on what is tampered with counts.",
    },
    pt: {
      message: ({ gate, fault, files }) =>
        `a decisão sobre \`${gate}\` foi adulterada: ${faults.pt[fault]}${listed(files)}`,
      hint: ({ fault }) =>
        fault === "decision-lost"
          ? "devolva os arquivos como eram: `git log -- <arquivo>` diz quem os tirou"
          : "compare os arquivos da decisão com seu histórico e decida de novo",
      about:
        "A declaração guardada de um portão é refeita a partir dos arquivos que ela cita. Quando difere sem que nenhum deles tenha mudado, alguém a editou, ou editou uma decisão anterior, depois de feita. Uma decisão assinada que a referência confiável já teve também precisa continuar lá: decisões se acrescentam, nunca se retiram. Nenhuma assinatura no que foi adulterado conta.",
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
      hint: ({ gate }) =>
        `make a new statement with \`rastro gate statement ${gate}\`, and have it signed`,
      about:
        "A signature is about exactly the files of a gate's scope. When one of them changes, what was signed is no longer what is there, and the decision is made again.",
    },
    pt: {
      message: ({ gate, fault, files }) =>
        `as assinaturas de \`${gate}\` não valem mais: ${faults.pt[fault]}${listed(files)}`,
      hint: ({ gate }) =>
        `faça outra declaração com \`rastro gate statement ${gate}\` e peça que a assinem`,
      about:
        "Uma assinatura vale exatamente para os arquivos do escopo do portão. Quando um deles muda, o que foi assinado já não é o que existe, e a decisão é tomada de novo.",
    },
  }),
  "evaluate/gate-untrusted": entry<{ gate: string; why: keyof typeof problems.en }>({
    severity: "warning",
    en: {
      message: ({ gate, why }) => `no signature of \`${gate}\` can be judged: ${problems.en[why]}`,
      hint: ({ why }) => hints.en[why],
      about:
        "Policies, signers and revoked keys are read from a trusted ref, because a change that is judged must not bring its own. Without them, or without a date, nobody can say what a signature is worth.",
    },
    pt: {
      message: ({ gate, why }) =>
        `nenhuma assinatura de \`${gate}\` pode ser julgada: ${problems.pt[why]}`,
      hint: ({ why }) => hints.pt[why],
      about:
        "Políticas, signatários e chaves revogadas são lidos de uma referência confiável, pois a mudança que se julga não pode trazer os seus. Sem eles, ou sem uma data, ninguém pode dizer quanto vale uma assinatura.",
    },
  }),
  "evaluate/gate-signers-changed": entry<{
    gate: string;
    sequence: number;
    roles: readonly string[];
  }>({
    severity: "warning",
    en: {
      message: ({ gate, sequence, roles }) =>
        `the signers or the policy of \`${gate}\` changed since decision ${String(sequence)}, and those who had to sign then have not agreed${listed(roles)}`,
      hint: () => "have them sign this decision too, with the keys and in the roles that they had",
      about:
        "Whoever can change the list of signers or the policy could otherwise open every gate. So the first decision after such a change needs two quorums: the new one, and the one that was asked before. To strike a key off or to revoke it needs nobody's consent.",
    },
    pt: {
      message: ({ gate, sequence, roles }) =>
        `os signatários ou a política de \`${gate}\` mudaram desde a decisão ${String(sequence)}, e quem tinha de assinar então não concordou${listed(roles)}`,
      hint: () => "peça que assinem também esta decisão, com as chaves e nos papéis que tinham",
      about:
        "Quem pode mudar a lista de signatários ou a política poderia, sem isso, abrir qualquer portão. Por isso a primeira decisão depois de uma mudança assim precisa de dois quóruns: o novo e o que valia antes. Retirar ou revogar uma chave não precisa do acordo de ninguém.",
    },
  }),
  "evaluate/quorum-out-of-reach": entry<{
    gate: string;
    role: string;
    needed: number;
    known: number;
  }>({
    severity: "warning",
    en: {
      message: ({ gate, role, needed, known }) =>
        known === 0
          ? `\`${gate}\` needs ${signatures.en(needed)} of \`${role}\`, and says of nobody that they may sign`
          : `\`${gate}\` needs ${signatures.en(needed)} of \`${role}\`, and names only ${String(known)}`,
      hint: () => "name them in `principals`, as `allowed_signers` does",
      about:
        "Each signature of a role is of another person, and only those whom the policy names under `principals` may sign. With fewer of them than signatures the gate can never open.",
    },
    pt: {
      message: ({ gate, role, needed, known }) =>
        known === 0
          ? `\`${gate}\` precisa de ${signatures.pt(needed)} de \`${role}\`, e não diz quem pode assinar`
          : `\`${gate}\` precisa de ${signatures.pt(needed)} de \`${role}\`, e só indica ${String(known)}`,
      hint: () => "indique as pessoas em `principals`, como `allowed_signers` as chama",
      about:
        "Cada assinatura de um papel é de outra pessoa, e só pode assinar quem a política indica em `principals`. Com menos pessoas do que assinaturas, o portão nunca abre.",
    },
  }),
  "evaluate/signer-without-key": entry<{ principal: string; ref: string }>({
    severity: "warning",
    en: {
      message: ({ principal, ref }) =>
        `\`${principal}\` has no key in \`allowed_signers\` of \`${ref}\``,
      hint: () => "write the name as the list has it, or bring a key of theirs to the list",
      about:
        "Whoever may sign is named in the policy, and their keys in `allowed_signers` beside it. Under a name without a key nobody can sign.",
    },
    pt: {
      message: ({ principal, ref }) =>
        `\`${principal}\` não tem chave em \`allowed_signers\` de \`${ref}\``,
      hint: () => "escreva o nome como está na lista, ou leve à lista uma chave dessa pessoa",
      about:
        "Quem pode assinar é indicado na política, e suas chaves ficam em `allowed_signers`, ao lado dela. Com um nome sem chave, ninguém pode assinar.",
    },
  }),
  "evaluate/signer-not-understood": entry<{ why: keyof typeof lineFaults.en; ref: string }>({
    severity: "warning",
    en: {
      message: ({ why, ref }) => `this line in \`${ref}\` allows nobody: ${lineFaults.en[why]}`,
      hint: ({ why }) =>
        why === "authority"
          ? "list the key of each signer instead"
          : "write it as `name@example.org ssh-ed25519 AAAA…` (see ssh-keygen(1))",
      about:
        "A line of `allowed_signers` that is not understood is dropped as a whole: to drop only the part that is not understood could drop a restriction. Certificates are not accepted, because who they stand for is decided outside the repository.",
    },
    pt: {
      message: ({ why, ref }) =>
        `esta linha em \`${ref}\` não admite ninguém: ${lineFaults.pt[why]}`,
      hint: ({ why }) =>
        why === "authority"
          ? "liste em seu lugar a chave de cada signatário"
          : "escreva-a como `nome@example.org ssh-ed25519 AAAA…` (veja ssh-keygen(1))",
      about:
        "Uma linha de `allowed_signers` que não se entende é descartada inteira: descartar só a parte que não se entende poderia descartar uma restrição. Certificados não são aceitos, porque por quem eles falam se decide fora do repositório.",
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
      hint: ({ gate, why }) => {
        if (why === "certificate") return "sign with a key that `allowed_signers` lists";
        if (why !== "key-later") return undefined;
        return `make a new statement with \`rastro gate statement ${gate} --new\``;
      },
      about:
        "A sign-off counts when its signature is genuine, its key may speak for its principal today, its principal may sign in its role, and nobody counts twice. This one does not, and is shown as what it is.",
    },
    pt: {
      message: ({ gate, why }) => `esta decisão sobre \`${gate}\` não conta: ${refusals.pt[why]}`,
      hint: ({ gate, why }) => {
        if (why === "certificate") return "assine com uma chave que `allowed_signers` lista";
        if (why !== "key-later") return undefined;
        return `faça outra declaração com \`rastro gate statement ${gate} --new\``;
      },
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

const signatures = {
  en: (count: number): string => (count === 1 ? "1 signature" : `${String(count)} signatures`),
  pt: (count: number): string => (count === 1 ? "1 assinatura" : `${String(count)} assinaturas`),
};
