/** A result directory: written beside its name, and given it only when whole. */
import { existsSync, mkdirSync, readdirSync, renameSync, rmdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join, resolve } from 'node:path';
import type { Findings } from '../experiment/findings.ts';
import type { ResultWriter, Setup, Tail } from '../experiment/output.ts';
import type { ReplicationAnswer } from '../experiment/protocol.ts';
import { RunError } from '../experiment/run-error.ts';
import { ResultContent } from './content.ts';
import { files } from './files.ts';
import { maker } from './maker.ts';
import { textFile } from './text-file.ts';

/**
 * Makes ready to write a result.
 * @param force an earlier result in `directory` may be replaced, once the new one is whole
 * @throws RunError (wrong input) when something is there that must not be replaced
 */
export function openResults(directory: string, { force }: { force: boolean }): ResultWriter {
  const path = resolve(directory);
  refuseOccupied(path, directory, force);
  return new DirectoryWriter(path, directory);
}

/** A directory cannot be made inside a file. */
function refuseFileAbove(path: string, asked: string): void {
  let above = dirname(path);
  while (!existsSync(above) && above !== dirname(above)) above = dirname(above);
  if (statSync(above).isDirectory()) return;
  throw new RunError(2, {
    en: `--out ${asked}: ${above} is a file; expected a directory, or nothing yet, at every step of the path`,
    nb: `--out ${asked}: ${above} er en fil; ventet en mappe, eller ingenting ennå, i hvert ledd av stien`,
  });
}

function refuseOccupied(path: string, asked: string, force: boolean): void {
  const found = existsSync(path) ? statSync(path) : null;
  if (!found) {
    refuseFileAbove(path, asked);
    return;
  }
  if (!found.isDirectory()) {
    throw new RunError(2, {
      en: `--out ${asked}: there is a file of this name; expected a directory that is new or empty`,
      nb: `--out ${asked}: det finnes en fil med dette navnet; ventet en ny eller tom mappe`,
    });
  }
  const names = readdirSync(path);
  if (names.length === 0) return;
  if (!force) {
    throw new RunError(2, {
      en: `--out ${asked}: the directory is not empty; give another name, or --force to replace an earlier result`,
      nb: `--out ${asked}: mappen er ikke tom; oppgi et annet navn, eller --force for å erstatte et tidligere resultat`,
    });
  }
  const ours = new Set([...Object.keys(files).map((name) => `${name}.csv`), 'datapackage.json', 'run.json']);
  const strange = names.find((name) => !ours.has(name));
  if (strange !== undefined) {
    throw new RunError(2, {
      en: `--out ${asked}: the directory holds "${strange}", which is no file of a result, so --force will not replace it`,
      nb: `--out ${asked}: mappen inneholder «${strange}», som ikke hører til et resultat, så --force erstatter den ikke`,
    });
  }
}

class DirectoryWriter implements ResultWriter {
  readonly directory: string;
  private readonly path: string;
  private partial: string | null = null;
  private content: ResultContent | null = null;

  constructor(path: string, asked: string) {
    this.path = path;
    this.directory = asked;
  }

  begin(setup: Setup): void {
    this.guarded(() => {
      const parent = dirname(this.path);
      mkdirSync(parent, { recursive: true });
      const partial = join(parent, `.${basename(this.path)}.partial-${process.pid}`);
      // left by a process of the same number that was killed
      rmSync(partial, { recursive: true, force: true });
      mkdirSync(partial);
      this.partial = partial;
      this.content = new ResultContent(setup, (name) => textFile(join(partial, name)));
      this.content.begin();
    });
  }

  replication(answer: ReplicationAnswer): void {
    this.guarded(() => this.content?.replication(answer));
  }

  finish(findings: Findings, tail: Tail): void {
    this.guarded(() => {
      this.content?.finish(findings, tail, maker());
      this.takeName();
    });
  }

  discard(): void {
    this.content?.abandon();
    this.content = null;
    if (this.partial !== null) rmSync(this.partial, { recursive: true, force: true });
    this.partial = null;
  }

  /** Whatever goes wrong on disk: what was written so far is removed, and one message says why. */
  private guarded(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.discard();
      throw explained(error, this.directory);
    }
  }

  private takeName(): void {
    const partial = this.partial as string;
    if (!existsSync(this.path)) {
      renameSync(partial, this.path);
    } else if (readdirSync(this.path).length === 0) {
      rmdirSync(this.path);
      renameSync(partial, this.path);
    } else {
      const old = `${partial}.old`;
      renameSync(this.path, old);
      try {
        renameSync(partial, this.path);
      } catch (error) {
        renameSync(old, this.path);
        throw error;
      }
      rmSync(old, { recursive: true, force: true });
    }
    this.partial = null;
  }
}

function explained(error: unknown, directory: string): unknown {
  const code = error instanceof Error && 'code' in error ? String(error.code) : '';
  const options = { cause: error };
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return new RunError(
        1,
        {
          en: `the disk is full; nothing is kept of this run, and what ${directory} held before is unchanged`,
          nb: `disken er full; ingenting er lagret fra denne kjøringen, og det som var i ${directory} fra før, er urørt`,
        },
        options,
      );
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
    case 'EBUSY':
    case 'ENOTDIR':
    case 'ENAMETOOLONG':
      return new RunError(
        1,
        {
          en: `${directory} cannot be written (${code}); nothing is kept of this run`,
          nb: `${directory} kan ikke skrives (${code}); ingenting er lagret fra denne kjøringen`,
        },
        options,
      );
    default:
      return error;
  }
}
