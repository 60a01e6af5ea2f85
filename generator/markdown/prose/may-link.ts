import type { Prose } from "#model/pages/prose.ts";

const linkStart = /\[|<(?:a|img|video|audio|source)\s/i;

/** Whether a text can link to anything: false is certain, and known without an engine. */
export const mayLink = ({ text }: Prose): boolean => linkStart.test(text);
