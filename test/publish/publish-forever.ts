/** A process to be killed: publishes one version after the other into the folder that it is given. */
import { targets } from "#model/pages/page.ts";
import { planPublication, publish, recoverPublication } from "#publish/index.ts";
import { versions } from "./two-versions.ts";

const [, , out = ""] = process.argv;
recoverPublication(out);
// Written at once: what is only queued would wait for a pause that never comes.
process.stdout.write("ready\n", () => {
  for (let turn = 0; ; turn++) {
    const plan = planPublication(versions[turn % 2] ?? [], out, { targets });
    if (plan.value === undefined) throw new Error(JSON.stringify(plan.diagnostics));
    const { diagnostics } = publish(plan.value);
    if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics));
  }
});
