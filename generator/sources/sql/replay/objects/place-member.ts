import { type Context, report, type Verdict } from "../context.ts";

interface Placing<Member> {
  readonly list: Member[];
  readonly name: string;
  /** `OR REPLACE` */
  readonly isReplacing: boolean;
  readonly make: () => Member;
}

/** Adds what a table has under a name of its own, or puts it in the place of what has the name. */
export function placeMember<Member extends { readonly name: string }>(
  context: Context,
  { list, name, isReplacing, make }: Placing<Member>,
): Verdict {
  const at = list.findIndex((each) => each.name === name);
  if (at < 0) list.push(make());
  else if (isReplacing) list.splice(at, 1, make());
  else if (!context.conditional) {
    report(context, "sources/sql-already-exists", { name });
    return "not understood";
  }
  return "modelled";
}
