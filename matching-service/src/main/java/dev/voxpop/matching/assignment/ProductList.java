package dev.voxpop.matching.assignment;

/**
 * Some personas in ascending order, each with a product of factors so far.
 *
 * <p>Who falls below a floor is left out. The loops write every candidate and move on only past
 * those that stay: a branch would be mispredicted every third time.
 */
final class ProductList {

  private final int[] personas;
  private final double[] products;
  private int size;

  ProductList(int capacity) {
    this.personas = new int[capacity + PersonaBits.SPARE];
    this.products = new double[capacity + PersonaBits.SPARE];
  }

  int size() {
    return size;
  }

  /** To be read only. */
  int[] personas() {
    return personas;
  }

  /** To be read only. */
  double[] products() {
    return products;
  }

  /** Takes those whose bits are set, all with product one. */
  void start(long[] bits, int first, int count) {
    size = PersonaBits.list(bits, first, count, personas);
    for (int at = 0; at < size; at++) {
      products[at] = 1;
    }
  }

  /** Takes those whose bits are set, with products by place in the block. */
  void gather(long[] bits, double[] byPlace, int first, int count) {
    size = PersonaBits.list(bits, first, count, personas);
    for (int at = 0; at < size; at++) {
      products[at] = byPlace[personas[at] - first];
    }
  }

  /** Takes all of a list, each times its mass, that are at least a number above zero. */
  void multiply(ProductList from, double[] masses, double least) {
    int[] candidates = from.personas;
    double[] before = from.products;
    int count = from.size;
    int kept = 0;
    for (int at = 0; at < count; at++) {
      int persona = candidates[at];
      double product = before[at] * masses[persona];
      personas[kept] = persona;
      products[kept] = product;
      kept += product >= least ? 1 : 0;
    }
    size = kept;
  }

  /** Takes all of a list, each times one factor, that are at least a number above zero. */
  void multiply(ProductList from, double factor, double least) {
    int[] candidates = from.personas;
    double[] before = from.products;
    int count = from.size;
    int kept = 0;
    for (int at = 0; at < count; at++) {
      double product = before[at] * factor;
      personas[kept] = candidates[at];
      products[kept] = product;
      kept += product >= least ? 1 : 0;
    }
    size = kept;
  }
}
