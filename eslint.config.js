import { defineConfig } from "eslint/config";
import tseslint from "typescript-eslint";

/** Functions of their arguments: the same answer tomorrow, and on another machine. */
const pureRooms = [
  "model",
  "diagnostics",
  "data",
  "markdown",
  "graph",
  "evaluate",
  "render",
  "verify",
];

const style = [
  {
    selector: "TSEnumDeclaration",
    message: "A union of string literals is plain data; an enum is not erasable.",
  },
  {
    selector: "ClassDeclaration:not([superClass.name=/Error$/])",
    message: "Data and functions; a class only to extend Error.",
  },
  {
    selector: "ExportDefaultDeclaration",
    message: "Named exports only, so that a thing has one name everywhere.",
  },
];

const impure = [
  {
    selector: ":matches(NewExpression, CallExpression)[callee.name='Date'][arguments.length=0]",
    message: "A pure room reads no clock: the moment arrives as `asOf`.",
  },
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: "A pure room reads no clock: the moment arrives as `asOf`.",
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: "Same inputs, same bytes: nothing random in a pure room.",
  },
  {
    selector: "MemberExpression[property.name='localeCompare']",
    message: "The order must not depend on the machine's locale: compare with `<`.",
  },
  {
    selector: "CallExpression[callee.property.name=/^toLocale/][arguments.length=0]",
    message: "The machine's locale must not show: name the locale.",
  },
  {
    selector: "NewExpression[callee.object.name='Intl'][arguments.length=0]",
    message: "The machine's locale must not show: name the locale.",
  },
  {
    selector: "MetaProperty[meta.name='import']",
    message: "A pure room does not know where it is installed.",
  },
];

const world = [
  "process",
  "performance",
  "fetch",
  "crypto",
  "navigator",
  "setTimeout",
  "setInterval",
];

const budgets = {
  "max-lines-per-function": ["error", { max: 40, skipBlankLines: true, skipComments: true }],
  "max-params": ["error", 3],
  complexity: ["error", 10],
  "max-lines": ["error", 250],
};

export default defineConfig(
  // Folders that others write: packages, builds, generated pages, tiny projects that are test input.
  { ignores: ["node_modules", "dist", "out", "coverage", "content", "test/cases", "test/results"] },
  { linterOptions: { reportUnusedDisableDirectives: "error" } },
  {
    files: ["**/*.ts"],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: {
      parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname },
    },
    rules: {
      ...budgets,
      eqeqeq: ["error", "always"],
      "no-restricted-syntax": ["error", ...style],
      "@typescript-eslint/consistent-type-imports": ["error", { fixStyle: "inline-type-imports" }],
      // A number in a text is what it looks like; objects and undefined stay forbidden.
      "@typescript-eslint/restrict-template-expressions": ["error", { allowNumber: true }],
      // An item kind without attributes of its own says so with an empty type.
      "@typescript-eslint/no-generated-empty-object-type": "off",
      // `each((x) => list.push(x))` and `return report(…)` in a function that returns nothing hide
      // nothing.
      "@typescript-eslint/no-confusing-void-expression": [
        "error",
        { ignoreArrowShorthand: true, ignoreVoidReturningFunctions: true },
      ],
      // A leading `_` says that a place has to be there and its value does not matter.
      "@typescript-eslint/no-unused-vars": [
        "error",
        { argsIgnorePattern: "^_", destructuredArrayIgnorePattern: "^_" },
      ],
    },
  },
  {
    files: pureRooms.map((room) => `generator/${room}/**/*.ts`),
    rules: {
      "no-restricted-syntax": ["error", ...style, ...impure],
      "no-restricted-globals": [
        "error",
        ...world.map((name) => ({
          name,
          message: "A pure room touches no clock, network or process.",
        })),
      ],
    },
  },
  {
    files: ["test/**/*.ts"],
    rules: {
      // A `describe` is a list of sentences, not one long function.
      "max-lines-per-function": "off",
      "max-lines": ["error", 400],
      // What is not there fails the test, which is what a test is for.
      "@typescript-eslint/no-non-null-assertion": "off",
      // A test reads back JSON that the run wrote; its shape is what the test asserts.
      "@typescript-eslint/no-unsafe-assignment": "off",
      "@typescript-eslint/no-unsafe-member-access": "off",
      "@typescript-eslint/no-unsafe-argument": "off",
    },
  },
  {
    // Tools ask for a default export in their settings.
    files: ["*.config.ts"],
    rules: { "no-restricted-syntax": "off" },
  },
);
