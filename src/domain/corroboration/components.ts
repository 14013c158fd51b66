/**
 * Joins things by name into components: union by size with path halving, near-linear in the number of joins
 * (R. Tarjan and J. van Leeuwen, "Worst-case analysis of set union algorithms", Journal of the ACM, 1984). The
 * components do not depend on the order of joins; which name stands for one does.
 */
export class Components {
  private readonly parents = new Map<string, string>();
  private readonly sizes = new Map<string, number>();

  join(one: string, other: string): void {
    const [a, b] = [this.rootOf(one), this.rootOf(other)];
    if (a === b) return;
    const [sizeOfA, sizeOfB] = [this.sizes.get(a) ?? 1, this.sizes.get(b) ?? 1];
    const [small, large] = sizeOfA < sizeOfB ? [a, b] : [b, a];
    this.parents.set(small, large);
    this.sizes.set(large, sizeOfA + sizeOfB);
  }

  /** A name that all of a component have in common. */
  rootOf(name: string): string {
    let current = name;
    for (let parent = this.parents.get(current); parent !== undefined; parent = this.parents.get(current)) {
      const grandparent = this.parents.get(parent);
      if (grandparent !== undefined) this.parents.set(current, grandparent);
      current = grandparent ?? parent;
    }
    return current;
  }
}
