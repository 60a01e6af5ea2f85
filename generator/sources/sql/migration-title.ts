/** The file, or its folder where every file has the same name (`20240101_init/migration.sql`). */
export function migrationTitle(name: string): string {
  const [file = name, folder] = name.split("/").toReversed();
  return folder !== undefined && /^(?:migration|up)$/.test(file) ? folder : file;
}
