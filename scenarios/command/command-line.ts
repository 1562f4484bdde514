/** Commands as text. */

/** The command as it was typed, so that a shell reads it back; for run.json. */
export function commandLine(argv: readonly string[]): string {
  const quoted = argv.map((argument) =>
    /^[\w./:=+@,%-]+$/.test(argument) ? argument : `'${argument.replace(/'/g, `'\\''`)}'`,
  );
  return ['forlop', ...quoted].join(' ');
}
