#!/usr/bin/env node
// The first file that an installed `rastro` runs. It is written so that old Nodes can parse it, and
// says which Node is needed instead of failing on syntax that they do not know.
const major = Number(process.versions.node.split(".")[0]);

if (major < 24) {
  process.stderr.write(
    "rastro needs Node 24 or newer; this is Node " + process.versions.node + "\n",
  );
  process.exitCode = 2;
} else {
  import("node:module")
    .then((module) => module.enableCompileCache())
    .then(() => import("./main.ts"));
}
