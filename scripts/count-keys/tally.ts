/** Counts by thing and by name within it, each project once however many files it has. */
export class Tally {
  private readonly projects = new Map<string, Map<string, Set<string>>>();

  add(thing: string, name: string, project: string): void {
    const names = this.projects.get(thing) ?? new Map<string, Set<string>>();
    const users = names.get(name) ?? new Set<string>();
    this.projects.set(thing, names.set(name, users.add(project)));
  }

  count(thing: string, name: string): number {
    return this.projects.get(thing)?.get(name)?.size ?? 0;
  }
}
